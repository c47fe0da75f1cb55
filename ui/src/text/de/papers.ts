// Deutsch: Belege zu einem Auftrag.
import type { Text } from '../en';

export const documents: Text['documents'] = {
  title: 'Belege',
  kinds: {
    quote: 'Angebot', confirmation: 'Auftragsbestätigung', invoice: 'Rechnung',
    packing_slip: 'Lieferschein', pick_list: 'Pickliste', label: 'Versandetikett',
    credit_note: 'Gutschrift', receipt: 'Quittung', statement: 'Kontoauszug',
    purchase_order: 'Bestellung',
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
  creditDone: (number) => `Gutschrift ${number} ausgestellt`,
  creditText: 'Sie trägt die Nummer, die die Rückgabe bekam, und ändert sich nicht mehr.',
  ofReturn: 'Zur Rückgabe',
  saveTitle: 'Beleg speichern',
  saveXml: 'XML speichern', saveAs: 'Für Maschinen speichern',
  forms: {
    xml: 'CII (EN 16931)', ubl: 'UBL 2.1 (EN 16931)', xrechnung: 'XRechnung (UBL)',
    peppol: 'Peppol (UBL)',
  },
  formLacks: (form) => `${form} fehlt:`,
  formReady: (form) => `${form}: bereit`,
  print: 'Drucken', printTitle: (title) => `${title} drucken`,
  printer: 'Drucker', copies: 'Exemplare', noPrinter: 'Auf diesem Computer ist kein Drucker '
    + 'eingerichtet. Das PDF speichern und anderswo drucken.',
  markCopy: 'Als Kopie kennzeichnen', printed: (printer) => `An ${printer} gesandt`,
  statementTitle: 'Kontoauszug speichern',
  statusTitle: 'Statusseite speichern',
  electronicReady: 'Elektronische Rechnung: bereit. Sie liegt dann im PDF.',
  electronicIn: 'Elektronische Rechnung: im PDF.',
  electronicLacks: 'Noch keine elektronische Rechnung. Es fehlt:',
  saveCopy: 'Kopie speichern',
  saved: (path) => `Gespeichert: ${path}`,
};

export const status: Text['status'] = {
  title: 'Seite für Kunden',
  text: 'Jeder Auftrag hat eine Seite, die dem Kunden sagt, wie weit er ist: eine Datei zum Mailen '
    + 'oder Hinterlegen. Sie nennt niemanden, wenn es hier nicht gesagt ist.',
  shows: {
    customer: 'Den Namen des Kunden', address: 'Wohin es geht',
    reference: 'Die Nummer des Kunden', amounts: 'Summe und was offen ist',
  },
};

export const papers: Text['papers'] = {
  title: 'Belege',
  text: 'Wie Belege von nun an aussehen. Was ausgestellt ist, bleibt, wie es ist.',
  mark: 'Logo', markText: 'PNG oder JPEG. Es wird verkleinert, wo es größer ist, als Papier zeigt.',
  chooseMark: 'Bild wählen', removeMark: 'Entfernen', markOf: 'Das Logo auf Belegen',
  accent: 'Farbe', accentHint: '# und sechs Ziffern; leer für die des Programms',
  sheet: 'Papier', sheets: { a4: 'A4', letter: 'US Letter' },
  letterhead: 'Briefkopf', letterheadHint: 'Neben dem Logo; leer für Anschrift und Kontakt',
  hidden: 'Diese Spalten weglassen',
  columns: {
    sku: 'Artikelnr.', unit_price: 'Einzelpreis', tax: 'Steuer', shipped: 'Schon gesandt',
  },
  texts: 'Texte', textsFor: 'Auf', allKinds: 'allen Belegen', textsIn: 'In',
  allLanguages: 'jeder Sprache', opening: 'Vor der Tabelle', closing: 'Nach den Summen',
  foot: 'Am Fuß jeder Seite', footHint: 'Was das Gesetz dort will: Register, Geschäftsführung',
  preview: 'So sieht es aus', previewOf: 'Zeigt', saved: 'Belege geändert',
  template: 'Vorlage',
  templateText: 'Die Seite selbst, in der Sprache von Typst. Sie setzt, was der Beleg sagt, '
    + 'erreicht keine Datei außer dem Logo und wird geprüft, bevor sie behalten wird.',
  own: 'die eigene', builtIn: 'die des Programms', source: 'Text der Vorlage',
  saveTemplate: 'Diese Vorlage behalten', back: 'Zurück zur Vorlage des Programms',
  templateSaved: (kind) => `Vorlage behalten: ${kind}`,
  templateBack: (kind) => `Wieder die Vorlage des Programms: ${kind}`,
  mistakeAt: (line, what) => `Zeile ${line}: ${what}`,
};
