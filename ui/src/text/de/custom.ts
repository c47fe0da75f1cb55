// Deutsch: die eigenen Felder des Buchs für Artikel und Kunden.
import type { custom as english, customErrors as englishErrors } from '../en/custom';

export const custom: typeof english = {
  text: 'Was von einem Artikel oder Kunden über das hinaus zu wissen ist, was jedes Buch weiß. '
    + 'Felder stehen in den Formularen und auf den Seiten, können Spalten der Listen sein und '
    + 'werden durchsucht.',
  subjects: { product: 'Artikel', customer: 'Kunden' },
  empty: 'Noch keine Felder.',
  add: { product: 'Feld für Artikel hinzufügen', customer: 'Feld für Kunden hinzufügen' },
  newTitle: { product: 'Neues Feld für Artikel', customer: 'Neues Feld für Kunden' },
  editTitle: (title: string) => `Feld: ${title}`,
  edit: (title: string) => `Feld ${title} bearbeiten`,
  up: (title: string) => `${title} nach oben`, down: (title: string) => `${title} nach unten`,
  saved: (title: string) => `Feld gesichert: ${title}`,
  title: 'Titel', key: 'Schlüssel', changes: 'Änderungen', kind: 'Inhalt',
  kinds: {
    text: 'Text', number: 'Zahl', date: 'Tag', yes_no: 'Ja oder nein', choice: 'Auswahl',
    link: 'Link',
  },
  kindHints: {
    text: 'Bis zu 2.000 Zeichen.', number: 'Eine genaue Dezimalzahl.',
    date: 'Ein Tag des Kalenders.', yes_no: 'Darf offen bleiben.',
    choice: 'Eine der Möglichkeiten unten.',
    link: 'Eine Adresse, die mit https://, http:// oder mailto: beginnt.',
  },
  kindFixed: 'Der Inhalt eines Feldes ändert sich nie.',
  decimals: 'Nachkommastellen',
  decimalsShown: ['Keine: 12', '1: 12,5', '2: 12,50', '3: 12,500', '4: 12,5000', '5: 12,50000',
    '6: 12,500000'],
  options: 'Möglichkeiten',
  optionsHint: 'Eine je Zeile. Was gewählt wurde, bleibt, auch wenn die Möglichkeit entfällt.',
  hint: 'Hinweis', required: 'Nötig', requiredHint: 'Formulare fragen danach, bevor sie sichern.',
  asked: 'Nötig', needed: 'nötig',
  archived: 'Außer Gebrauch',
  archivedHint: 'Kein Formular zeigt es mehr. Was ausgefüllt wurde, bleibt.',
  bulkField: 'Feld',
};

export const customErrors: typeof englishErrors = {
  custom_decimals: 'Dieses Feld nimmt nicht so viele Nachkommastellen.',
  custom_field_archived: 'Dieses Feld ist außer Gebrauch.',
  custom_field_unknown: 'Das Buch hat kein solches Feld.',
  custom_kind: 'Dieses Feld enthält etwas anderes.',
  custom_kind_fixed: 'Der Inhalt eines Feldes ändert sich nie. Bitte ein anderes anlegen.',
  custom_link: 'Das muss eine Adresse sein, die mit https://, http:// oder mailto: beginnt.',
  custom_option_unknown: 'Das ist keine der Möglichkeiten.',
};
