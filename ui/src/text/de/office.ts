// Deutsch: Auswertungen, Einstellungen und der erste Start.
import { many } from '../many';
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
    documents: 'Belege', lines: 'Zeilen', return_lines: 'Zeilen zurück',
    returned_milli: 'Stück zurück', returned_minor: 'Zurückgegeben', sold_minor: 'Verkauft',
    rate_ppm: 'Anteil am Umsatz', code: 'Nummer', new: 'Neu', returning: 'Treu',
    revenue_new_minor: 'Umsatz der neuen', revenue_returning_minor: 'Umsatz der treuen',
    unit_minor: 'Je Stück', basis: 'Bewertet zum', moves: 'Bewegungen', shipped_milli: 'Versandt',
    received_milli: 'Erhalten', found_milli: 'Gefunden', lost_milli: 'Verloren',
    net_milli: 'Änderung',
    day: 'Tag', week: 'Woche', month: 'Monat', country: 'Land', channel: 'Kanal',
    orders: 'Aufträge', revenue_minor: 'Umsatz', before_minor: 'Zeitraum davor',
    units_milli: 'Stück',
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
  basis: { price: 'Preis', cost: 'Einkauf' },
  firstRows: (shown, all) =>
    `Die ersten ${shown} von ${all} Zeilen. Ein Export enthält alle.`,
  chart: 'Diagramm', table: 'Tabelle', both: 'Beides', view: 'Zeigen',
  export: 'Exportieren', exportAs: (format) => `Als ${format}`,
  exported: (path) => `Geschrieben: ${path}`, reveal: 'Im Ordner zeigen',
  total: 'Summe', empty: 'In diesem Zeitraum gibt es nichts.',
  rows: (count) => many(count, 'Zeile', 'Zeilen'),
  previous: 'Zeitraum davor', chartOf: (title) => `Diagramm: ${title}`,
  exportTitle: 'Auswertung exportieren',
};

export const settings: Text['settings'] = {
  title: 'Einstellungen',
  sections: {
    business: 'Geschäft', taxes: 'Steuern', loyalty: 'Punkte',
    papers: 'Belege', stock: 'Lager', receipts: 'Bons',
    scales: 'Waagencodes', carriers: 'Versender', rates: 'Wechselkurse', people: 'Personal',
    roles: 'Rollen', audit: 'Freigaben', training: 'Training', sync: 'Geräte und Abgleich',
    keyboard: 'Tastatur', look: 'Aussehen', book: 'Dieses Buch',
  },
  businessText: 'Steht auf Belegen und im Kopf von Exporten.',
  name: 'Name des Geschäfts', address: 'Anschrift', taxNumber: 'Steuernummer', phone: 'Telefon',
  email: 'E-Mail', country: 'Land', currency: 'Währung',
  city: 'Ort', postalCode: 'Postleitzahl', contactName: 'Ansprechperson', bankAccount: 'IBAN',
  electronicText: 'Elektronische Rechnungen wollen dies getrennt von der Anschrift.',
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
  density: 'Zeilen und Tasten',
  densities: { normal: 'Normal', compact: 'Eng', touch: 'Für Finger' },
  densityHint: 'Für Finger: höhere Zeilen und Tasten, und ein Ziffernblock an der Kasse.',
  language: 'Sprache', languages: {
    en: 'English', de: 'Deutsch', rtl: 'Gespiegelt (zum Prüfen von rechts nach links)',
  },
  file: 'Datei', schema: 'Schema', period: 'Aufträge von', device: 'Präfix dieses Geräts',
  counts: 'Enthält', countsText: (orders, products, customers) =>
    [many(orders, 'Auftrag', 'Aufträge'), `${products} Artikel`,
      many(customers, 'Kunde', 'Kunden')].join(', '),
  verify: 'Prüfen', verifyText: 'Geht die Hash-Kette des Journals durch und vergleicht jede '
    + 'Tabelle mit einer frischen Faltung.',
  checks: (count) => many(count, 'Prüfung', 'Prüfungen'),
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
  fileKind: 'Counterbook',
  version: (version) => `Version ${version}`,
};
