// Deutsch: was aus einem Auftrag sonst noch wird: Änderungen, Angebote, Notizen, Dateien.
import type { Text } from '../en';
import { many } from '../many';

export const changes: Text['changes'] = {
  title: 'Änderungen', of: (number) => `${number} ändern`,
  change: 'Ändern', save: 'Änderung speichern', saved: (number) => `${number} geändert`,
  leaveTitle: 'Diese Änderung verlassen?', leaveText: 'Sie ist nicht gespeichert.',
  before: 'Summe vorher', after: 'Summe jetzt', more: 'Unterschied',
  due: 'Dann offen', owed: 'Dann Guthaben des Kunden', settled: 'Nichts offen',
  none: 'Noch nichts geändert.', what: 'Was sich ändert',
  reason: 'Grund', reference: 'Bestellnummer des Kunden', shipTo: 'Lieferanschrift',
  shipToHint: 'Name und Anschrift Zeile für Zeile; leer für die des Kunden',
  quantity: (from, to) => `${from} → ${to}`,
  price: (from, to) => `Einzelpreis ${from} → ${to}`,
  discount: (from, to) => `Rabatt ${from} → ${to}`,
  added: (count) => `${count} dazu`, removed: 'entfällt',
  stock: (count) => `${many(count, 'Stück', 'Stück')} vom Bestand`,
  fields: {
    customer: 'Kunde', country: 'Land', reference: 'Bestellnummer des Kunden',
    discount_ppm: 'Rabatt auf alles', note: 'Notiz', ship_to: 'Lieferanschrift',
  },
  takeBack: 'Zurücknehmen', takeBackTitle: (number) => `Änderung von ${number} zurücknehmen?`,
  takeBackText:
    'Der Auftrag ist wieder, was er vorher war. Beide Änderungen bleiben im Verlauf stehen.',
  takenBack: 'zurückgenommen', backDone: (number) => `Änderung von ${number} zurückgenommen`,
  outdated: (number) =>
    `${number} nennt andere Beträge als der Auftrag jetzt. Sie bleibt, wie sie ausgestellt ist: `
    + 'mit Gutschrift und neuer Rechnung berichtigen.',
  willOutdate: (number) =>
    `${number} ist ausgestellt und ändert sich nicht: danach muss sie berichtigt werden.`,
};
