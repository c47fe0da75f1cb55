// Deutsch: dasselbe mit vielen Aufträgen.
import type { Text } from '../en';
import { many } from '../many';

const orders = (count: string) => many(count, 'Auftrag', 'Aufträge');

export const batch: Text['batch'] = {
  chosen: (count) => `Mit ${count} gewählten`,
  listed: (count) => `Mit allen ${count} der Liste`,
  actions: {
    place: 'Annehmen', hold: 'Sperren', release: 'Sperren aufheben', allocate: 'Reservieren',
    ship: 'Versenden',
    invoice: 'Rechnungen ausstellen', tag: 'Stichwörter', pick_lists: 'Picklisten',
    export: 'Als CSV ausgeben',
  },
  titles: {
    place: (count) => `${orders(count)} annehmen`,
    hold: (count) => `${orders(count)} sperren`,
    release: (count) => `Sperren von ${orders(count)} aufheben`,
    allocate: (count) => `Ware für ${orders(count)} reservieren`,
    ship: (count) => `${orders(count)} versenden`,
    invoice: (count) => `Rechnungen für ${orders(count)} ausstellen`,
    tag: (count) => `Stichwörter für ${orders(count)}`,
    pick_lists: (count) => `Picklisten für ${orders(count)}`,
    export: (count) => `${orders(count)} ausgeben`,
  },
  texts: {
    place: 'Entwürfe werden angenommen und erhalten eine Nummer.',
    hold: 'Sie werden nicht versandt, bis die Sperre aufgehoben ist.',
    release: 'Alle Sperren auf ihnen werden aufgehoben.',
    allocate: 'Freie Ware wird für das zurückgelegt, was wartet, Auftrag für Auftrag.',
    ship: 'Alles Offene geht hinaus.',
    invoice: 'Eine ausgestellte Rechnung hat eine eigene Nummer und ändert sich nie mehr.',
    tag: 'Andere Stichwörter bleiben.',
    pick_lists: 'Ein Dokument, die offene Ware jedes Auftrags auf eigenen Seiten.',
    export: 'Eine Tabelle, eine Zeile je Auftrag.',
  },
  start: {
    place: 'Annehmen', hold: 'Sperren', release: 'Sperren aufheben', allocate: 'Reservieren',
    ship: 'Versenden',
    invoice: 'Ausstellen', tag: 'Stichwörter ändern', pick_lists: 'Listen speichern',
    export: 'Tabelle speichern',
  },
  printLists: 'Listen drucken',
  wave: 'Zuerst eine Liste dessen, was alle zusammen brauchen',
  inStock: 'Nur versenden, wofür Ware da ist',
  addTags: 'Dazu', removeTags: 'Weg', tagsHint: 'Mehrere durch Komma getrennt',
  agreed: 'wie vereinbart, sonst 14 Tage',
  previewing: 'Wird ausprobiert …',
  preview: 'Was geschähe',
  result: 'Was geschah',
  counts: {
    done: (count) => `${count} erledigt`,
    wouldBeDone: (count) => `${count} würden erledigt`,
    unchanged: (count) => `bei ${count} nichts zu tun`,
    refused: (count) => `${count} abgelehnt`,
    wouldBeRefused: (count) => `${count} würden abgelehnt`,
    left: (count) => `${count} nicht angesehen`,
  },
  outcomes: { done: 'Erledigt', unchanged: 'Nichts zu tun', refused: 'Abgelehnt' },
  order: 'Auftrag', customer: 'Kunde', outcome: 'Ergebnis', why: 'Warum',
  firstOnly: (count, of) => `Die ersten ${count} von ${of}`,
  again: (count) => `${orders(count)} noch einmal versuchen`,
  saveTitle: { pick_lists: 'Picklisten speichern', export: 'Tabelle speichern' },
  fileName: { pick_lists: 'picklisten', export: 'auftraege' },
  ended: (done, refused) => `${orders(done)} erledigt, ${refused} abgelehnt`,
  show: 'Ansehen',
};
