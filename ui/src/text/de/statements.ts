// Deutsch: Kontoauszüge und die Länder von Kunden.
import type { Text } from '../en';
import { many } from '../many';

export const statements: Text['statements'] = {
  title: 'Kontoauszug',
  text: 'Was vor dem Zeitraum offen war, alles, was es bewegt hat, was danach offen ist und wie '
    + 'alt das ist.',
  chosen: (count) => `Kontoauszüge für ${count} gewählte`,
  listed: (count) => `Kontoauszüge für alle ${count} der Liste`,
  batchTitle: (count) => `Kontoauszüge für ${many(count, 'Kunden', 'Kunden')}`,
  batchText: 'Ein Dokument, jeder Kunde auf eigenen Seiten.',
  skipQuiet: 'Kunden auslassen, die nichts schulden und deren Konto sich nicht bewegt hat',
  filesText: 'Je Kunde eine Datei, eine nach der anderen, wie viele es auch sind.',
  target: 'Sie gehen',
  targets: {
    file: 'in eine PDF-Datei', folder: 'in einen Ordner, je eine Datei',
    printer: 'an einen Drucker',
  },
  folder: 'Ordner', folderHint: 'Sein ganzer Pfad; er wird angelegt, wenn es ihn nicht gibt',
  calledOff: (done, left) =>
    `${many(done, 'Kontoauszug', 'Kontoauszüge')} gespeichert, beim Abbruch ${left} ausgelassen`,
  saveTitle: 'Kontoauszüge speichern', fileName: 'kontoauszuege',
  save: 'Kontoauszüge speichern', print: 'Kontoauszüge drucken',
  found: (count, money) =>
    `${many(count, 'Kontoauszug', 'Kontoauszüge')}, zusammen ${money} offen`,
  quiet: (count) => `${many(count, 'Kunde', 'Kunden')} ausgelassen`,
};

export const countries: Text['countries'] = {
  title: 'Länder der Kunden',
  text: 'Bei manchen Kunden steht der Name eines Landes, wo sein Kürzel stehen sollte. '
    + 'Elektronische Rechnungen brauchen das Kürzel.',
  name: 'Wie es da steht', country: 'Wird zu', customers: 'Kunden', stays: 'unbekannt, bleibt',
  repair: 'Kürzel einsetzen',
  done: (repaired) => `${many(repaired, 'Kunde', 'Kunden')} geändert`,
};
