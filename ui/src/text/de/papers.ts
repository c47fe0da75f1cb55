// Deutsch: Belege zu einem Auftrag.
import type { Text } from '../en';

export const documents: Text['documents'] = {
  title: 'Belege',
  kinds: {
    quote: 'Angebot', confirmation: 'Auftragsbestätigung', invoice: 'Rechnung',
    packing_slip: 'Lieferschein', pick_list: 'Pickliste', label: 'Versandetikett',
  },
  issued: (when) => `Ausgestellt ${when}`,
  notIssued: 'Noch nicht ausgestellt',
  payDays: 'Zahlbar innerhalb von',
  days: 'Tagen',
  language: 'Sprache',
  languages: { en: 'English', de: 'Deutsch' },
  page: (title, page, of) => `${title}, Seite ${page} von ${of}`,
  issueText: 'Eine ausgestellte Rechnung hat ihre eigene Nummer und ändert sich nicht mehr.',
  issueDone: (number) => `Rechnung ${number} ausgestellt`,
  saveTitle: 'Beleg speichern',
  saveXml: 'XML speichern',
  electronicReady: 'Elektronische Rechnung: bereit. Sie liegt dann im PDF.',
  electronicIn: 'Elektronische Rechnung: im PDF.',
  electronicLacks: 'Noch keine elektronische Rechnung. Es fehlt:',
  saveCopy: 'Kopie speichern',
  saved: (path) => `Gespeichert: ${path}`,
};
