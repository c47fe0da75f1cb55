// Deutsch: Auswertungen, Einstellungen, Importe und der erste Start.
import type { Text } from '../en';

export const reports: Text['reports'] = {
  title: 'Auswertungen',
  groups: { sales: 'Umsatz', products: 'Artikel', customers: 'Kunden', stock: 'Bestand' },
  titles: {
    'sales-by-day': 'Umsatz je Tag', 'sales-by-week': 'Umsatz je Woche',
    'sales-by-month': 'Umsatz je Monat', 'sales-by-country': 'Umsatz je Land',
    'sales-by-channel': 'Umsatz je Kanal', 'top-products': 'Artikel, oben und unten',
    'top-customers': 'Beste Kunden', 'customers-new-returning': 'Neue und treue Kunden',
    returns: 'Rückgaben', 'hour-weekday': 'Stunde und Wochentag', 'stock-value': 'Bestandswert',
    'stock-movements': 'Bestandsbewegungen',
  },
  by: {
    revenue: 'Höchster Umsatz', units: 'Meiste Stück', 'revenue-bottom': 'Geringster Umsatz',
    'units-bottom': 'Wenigste Stück', day: 'Tag', week: 'Woche', month: 'Monat',
    location: 'Ort', category: 'Gruppe', product: 'Artikel',
  },
  columns: {
    day: 'Tag', week: 'Woche', month: 'Monat', country: 'Land', channel: 'Kanal',
    orders: 'Aufträge', revenue_minor: 'Umsatz', before_minor: 'Davor', units_milli: 'Stück',
    net_minor: 'Netto', tax_minor: 'Steuer', total_minor: 'Summe', sku: 'Nummer',
    title: 'Bezeichnung', customer: 'Kunde', name: 'Name', customers: 'Kunden', hour: 'Stunde',
    weekday: 'Wochentag', value_minor: 'Wert', on_hand_milli: 'Bestand', returns: 'Rückgaben',
    average_minor: 'Mittel', share_ppm: 'Anteil',
  },
  from: 'Von', to: 'Bis', order: 'Nach', limit: 'Zeilen', compare: 'Zeitraum davor',
  period: 'Zeitraum',
  periods: {
    all: 'Gesamte Zeit', month: 'Dieser Monat', lastMonth: 'Letzter Monat', year: 'Dieses Jahr',
    lastYear: 'Letztes Jahr', own: 'Eigener Zeitraum',
  },
  chart: 'Diagramm', table: 'Tabelle', both: 'Beides', view: 'Zeigen',
  export: 'Exportieren', exportAs: (format) => `Als ${format}`,
  exported: (path) => `Geschrieben: ${path}`, reveal: 'Im Ordner zeigen',
  total: 'Summe', empty: 'In diesem Zeitraum gibt es nichts.',
  rows: (count) => `${count} Zeilen`,
  previous: 'Zeitraum davor', chartOf: (title) => `Diagramm: ${title}`,
  exportTitle: 'Auswertung exportieren',
};

export const settings: Text['settings'] = {
  title: 'Einstellungen',
  sections: {
    business: 'Geschäft', taxes: 'Steuern', keyboard: 'Tastatur', look: 'Aussehen',
    book: 'Dieses Buch',
  },
  businessText: 'Steht auf Belegen und im Kopf von Exporten.',
  name: 'Name des Geschäfts', address: 'Anschrift', taxNumber: 'Steuernummer', phone: 'Telefon',
  email: 'E-Mail', country: 'Land', currency: 'Währung',
  cutoff: 'Der Tag endet um', cutoffHint: 'Verkäufe vor dieser Stunde gehören zum Vortag',
  stockPolicy: 'Wenn der Bestand unter null fiele',
  policies: { allow: 'Trotzdem verkaufen', warn: 'Warnen', block: 'Ablehnen' },
  taxesText: 'Die Steuern, die Preise und Zeilen haben können. Belege behalten den Satz, mit dem '
    + 'sie ausgestellt wurden.',
  included: 'Preise enthalten Steuer',
  rounding: 'Steuer wird gerundet',
  roundings: { per_rate_group: 'einmal je Satz', per_line: 'in jeder Zeile' },
  taxCode: 'Code', taxName: 'Name', taxRate: 'Satz, %', taxCategory: 'Art',
  categories: {
    standard: 'Regelsatz', reduced: 'Ermäßigt', zero: 'Nullsatz', exempt: 'Befreit',
    reverse_charge: 'Steuerschuld des Empfängers',
  },
  addTax: 'Steuer hinzufügen', removeTax: 'Diese Steuer entfernen',
  saved: 'Einstellungen gespeichert',
  keyboardText: 'Die neuen Tasten im Feld drücken. Rücktaste nimmt sie weg; Esc lässt sie.',
  keysFor: (command) => `Tasten für ${command}`,
  keysTaken: (command) => `Diese Tasten bedeuten schon „${command}“.`,
  resetKeys: 'Alle Tasten wie zu Anfang', resetKey: 'Wie zu Anfang', noKeys: 'keine',
  theme: 'Farben', themes: {
    system: 'Wie das System', light: 'Hell', dark: 'Dunkel', contrast: 'Hoher Kontrast',
  },
  density: 'Enge Zeilen', language: 'Sprache', languages: {
    en: 'English', de: 'Deutsch', rtl: 'Gespiegelt (zum Prüfen von rechts nach links)',
  },
  file: 'Datei', schema: 'Schema', period: 'Aufträge von', device: 'Präfix dieses Geräts',
  counts: 'Enthält', countsText: (orders, products, customers) =>
    `${orders} Aufträge, ${products} Artikel, ${customers} Kunden`,
  verify: 'Prüfen', verifyText: 'Geht die Hash-Kette des Journals durch und vergleicht jede '
    + 'Tabelle mit einer frischen Faltung.',
  verifyGood: 'Alles stimmt überein.',
  verifyBad: 'Etwas stimmt nicht überein. Eine Sicherung zurückholen oder neu aufbauen.',
  rebuild: 'Neu aufbauen', rebuildText: 'Berechnet alle Tabellen neu aus dem Journal, in eine '
    + 'neue Datei, die geprüft an die Stelle dieser tritt.',
  rebuildDone: 'Neu aufgebaut und geprüft.',
  backup: 'Sichern', backupText: 'Schreibt eine geprüfte Kopie, während die Arbeit weitergeht.',
  backupDone: (path) => `Sicherung geschrieben: ${path}`,
  backupTitle: 'Wohin mit der Sicherung',
  close: 'Dieses Buch schließen', readOnly: 'Dieses Buch ist nur zum Lesen geöffnet.',
};

export const imports: Text['imports'] = {
  title: 'Import',
  choose: 'Datei wählen', dropText: 'Eine CSV-Datei hierher ziehen oder eine wählen. Aus ihren '
    + 'Zeilen werden Aufträge, Artikel und Kunden; nichts wird geschrieben, bevor der Bericht '
    + 'einer Probe gesehen ist.',
  chooseTitle: 'Eine Datei zum Importieren wählen',
  steps: { file: 'Datei', mapping: 'Spalten', trial: 'Probe', run: 'Import' },
  csv: 'Texttabellen',
  file: 'Datei', size: 'Größe', encoding: 'Kodierung', delimiter: 'Trennzeichen',
  header: 'Erste Zeile enthält Namen',
  delimiters: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator', '|': 'Strich' },
  detected: 'erkannt',
  recognised: (layout) => `Erkannt: ${layout}. Für die Spalten ist nichts zu wählen.`,
  layouts: { online_retail: 'UCI Online Retail' },
  preview: 'Erste Zeilen', column: 'Spalte', meaning: 'Bedeutet', example: 'Beispiel',
  notUsed: 'nicht verwendet', rowsAre: 'Eine Zeile ist',
  rowKinds: {
    order_lines: 'eine Zeile eines Auftrags', orders: 'ein ganzer Auftrag',
    products: 'ein Artikel', customers: 'ein Kunde',
  },
  fields: {},
  dateFormat: 'Daten sind geschrieben', dateAmbiguous: 'Die Daten dieser Datei lassen sich auf '
    + 'zwei Arten lesen. Bitte wählen, wie sie geschrieben sind.',
  decimal: 'Nachkommastellen nach', decimals: { point: 'einem Punkt', comma: 'einem Komma' },
  runTrial: 'Probieren', trial: 'Probe: Es wurde nichts geschrieben.',
  run: 'Importieren', again: 'Andere Datei',
  running: 'Der Import läuft. Die Arbeit kann weitergehen.',
  report: 'Bericht', rows: (count) => `${count} Zeilen`,
  allAccounted: 'Über jede Zeile ist Rechenschaft gegeben.',
  documents: 'Belege', created: 'Neu', there: 'Schon da',
  createdText: (orders, products, customers) =>
    `${orders} Aufträge, ${products} Artikel, ${customers} Kunden`,
  duplicates: 'Wiederholte Zeilen, behalten', subcent: 'Preise unter einem Cent',
  rounding: 'Weggerundet',
  outcome: 'Was aus den Zeilen wurde', count: 'Zeilen', refused: 'Abgelehnte Zeilen',
  row: 'Zeile', why: 'Warum', noneRefused: 'Keine Zeile wurde abgelehnt.',
  outcomes: {},
  reasons: {},
  past: 'Bisherige Importe', when: 'Wann', state: 'Zustand', undo: 'Zurücknehmen',
  undoTitle: (file) => `Den Import von ${file} zurücknehmen?`,
  undoText: 'Was er angelegt hat, wird durch neue Einträge wieder aus dem Buch genommen. '
    + 'Seither Geändertes bleibt.',
  undone: 'Der Import wurde zurückgenommen.', ordersOf: 'Seine Aufträge',
  nothingNew: 'Alles in dieser Datei steht schon im Buch. Es würde sich nichts ändern.',
  doneTitle: 'Importiert', back: 'Zurück',
};

export const start: Text['start'] = {
  title: 'Willkommen',
  lead: 'Ein Auftragsbuch für die Theke und das Büro. Es bewahrt alles in einer Datei auf diesem '
    + 'Rechner auf.',
  create: 'Ein Buch anlegen', createText: 'Für das eigene Geschäft: Name, Währung, Steuern.',
  open: 'Ein Buch öffnen', openText: 'Eine Datei, die auf .counterbook endet.',
  sample: 'Im Beispielgeschäft umsehen',
  sampleText: 'Zwei Jahre Aufträge eines echten Geschäfts: die Daten „Online Retail“ des UCI '
    + 'Machine Learning Repository, CC BY 4.0.',
  sampleMissing: 'Das Beispiel liegt dieser Fassung nicht bei.',
  recent: 'Zuletzt geöffnet', missing: 'nicht gefunden', forget: 'Vergessen',
  name: 'Name des Geschäfts', country: 'Land', currency: 'Währung', path: 'Wo es liegen soll',
  currencyHint: 'Drei Buchstaben, etwa EUR; sie bleibt für immer',
  included: 'Preise enthalten Steuer', taxes: 'Steuern',
  taxesHint: 'Wie in diesem Land üblich; später änderbar.',
  createButton: 'Buch anlegen', saveTitle: 'Wo das Buch liegen soll', openTitle: 'Ein Buch öffnen',
  fileKind: 'Counterbook', preparing: 'Das Beispielgeschäft wird eingerichtet.',
  version: (version) => `Version ${version}`,
};
