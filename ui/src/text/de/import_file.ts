// Deutsch: eine Datei hereinholen.
import { many } from '../many';
import type { Text } from '../en';

type Words = Text['imports'];

const fields: Words['fields'] = {
  document_number: 'Auftragsnummer', placed_at: 'Datum', kind: 'Belegart', sku: 'Artikelnummer',
  title: 'Bezeichnung', quantity: 'Menge', unit_price: 'Einzelpreis', discount: 'Rabatt',
  tax_rate: 'Steuersatz', customer_code: 'Kundennummer', customer_name: 'Kundenname',
  customer_email: 'E-Mail des Kunden', country: 'Land', currency: 'Währung',
  channel: 'Kanal', price: 'Preis', cost: 'Einkauf', barcode: 'Barcode',
  stock_on_hand: 'Bestand', tax_class: 'Steuerklasse', reorder_point: 'Meldebestand',
  code: 'Nummer', name: 'Name', email: 'E-Mail', phone: 'Telefon', street: 'Straße',
  postal_code: 'Postleitzahl', city: 'Ort', tags: 'Merkmale',
};

const changed: Words['changed'] = {
  unit_price_micro: 'Preis', cost_micro: 'Einkauf', barcodes: 'Strichcodes',
  reorder_point_milli: 'Melden bei', tax: 'Steuer', address: 'Adresse',
};

const classes: Words['classes'] = {
  sale_line: 'Zeilen von Verkäufen', return_line: 'Zeilen von Rückgaben',
  adjustment_line: 'Zeilen von Korrekturen', write_off_line: 'Zeilen von Abschreibungen',
  product: 'Artikel', customer: 'Kunden', refused: 'Abgelehnt',
};

const outcomes: Words['outcomes'] = {
  imported: 'Importiert', already_there: 'Schon im Buch', updated: 'Erneuert',
  not_reached: 'Nicht erreicht',
};

const reasons: Words['reasons'] = {
  blank_row: 'Die Zeile ist leer', missing_value: 'Ein Wert fehlt',
  column_count: 'Zu viele oder zu wenige Zellen', bad_encoding: 'Kein Text in dieser Kodierung',
  control_character: 'Ein Zeichen, das kein Feld aufnehmen kann', field_too_long: 'Zu lang',
  bad_number: 'Keine Zahl', decimal_mark: 'Gemeint scheint das andere Dezimalzeichen',
  too_precise: 'Zu viele Nachkommastellen', too_large: 'Zu groß', bad_currency: 'Keine Währung',
  bad_date: 'Kein Datum dieser Schreibweise', document_number: 'Keine Belegnummer',
  unknown_kind: 'Unbekannte Belegart',
  negative_quantity: 'Eine Menge unter null in einem Verkauf',
  positive_quantity: 'Eine Menge über null in einer Rückgabe',
  mixed_signs: 'Verkauft und zurückgegeben in einem Beleg',
  document_conflict: 'Die Zeilen dieses Belegs widersprechen sich',
  document_refused: 'Eine andere Zeile dieses Belegs wurde abgelehnt',
};

export const imports: Words = {
  title: 'Import',
  choose: 'Datei wählen',
  dropText: 'Eine CSV-Datei hierher ziehen oder eine wählen. Aus ihren Zeilen werden Aufträge, '
    + 'Artikel und Kunden. Nichts wird geschrieben, bevor der Bericht einer Probe gesehen ist.',
  chooseTitle: 'Eine Datei zum Importieren wählen',
  csv: 'Texttabellen',
  file: 'Datei', encoding: 'Kodierung', delimiter: 'Trennzeichen',
  header: 'Die erste Zeile enthält Namen',
  delimiters: { ',': 'Komma', ';': 'Semikolon', '\t': 'Tabulator', '|': 'Strich' },
  recognised: (layout) => `Erkannt: ${layout}. Für die Spalten ist nichts zu wählen.`,
  layouts: { 'online-retail': 'UCI Online Retail' },
  preview: 'Erste Zeilen', columnMeans: (column) => `Was ${column} bedeutet`,
  columnNumber: (number) => `Spalte ${number}`,
  notUsed: 'nicht verwendet', rowsAre: 'Eine Zeile ist',
  rowKinds: {
    order_lines: 'eine Zeile eines Auftrags', products: 'ein Artikel', customers: 'ein Kunde',
  },
  fields, classes, outcomes, reasons,
  missing: (fields) => `Noch nötig: ${fields}. Bitte unten die Spalten wählen.`,
  dateFormat: 'Daten sind geschrieben',
  dateAmbiguous: 'Die Daten dieser Datei lassen sich verschieden lesen. Bitte wählen, wie sie '
    + 'geschrieben sind.',
  decimal: 'Nachkommastellen stehen nach',
  decimals: { point: 'einem Punkt', comma: 'einem Komma' },
  runTrial: 'Probieren', trial: 'Probe: Es wurde nichts geschrieben.',
  run: 'Importieren', again: 'Andere Datei', rethink: 'Zurück zu den Spalten',
  rows: (count) => many(count, 'Zeile', 'Zeilen'),
  accounted: (count) => `Über alle ${count} Zeilen ist Rechenschaft gegeben.`,
  documents: 'Belege', created: 'Neu', there: 'Belege schon da',
  createdText: (orders, products, customers) =>
    [many(orders, 'Auftrag', 'Aufträge'), `${products} Artikel`,
      many(customers, 'Kunde', 'Kunden')].join(', '),
  stockDocuments: 'Bestandsbelege',
  duplicates: 'Wiederholte Zeilen, behalten', subcent: 'Zeilen mit Preisen unter einem Cent',
  rounding: 'Dabei weggerundet',
  whatRows: 'Was die Zeilen sind', whatBecame: 'Was aus ihnen wurde', count: 'Zeilen',
  refused: 'Abgelehnte Zeilen', row: 'Zeile', column: 'Spalte', why: 'Warum', value: 'Wert',
  refusedFirst: (shown, all) => `Die ersten ${shown} von ${all}.`,
  past: 'Bisherige Importe', when: 'Wann', state: 'Zustand', undo: 'Zurücknehmen',
  undoTitle: (file) => `Den Import von ${file} zurücknehmen?`,
  undoText: 'Was er angelegt hat, wird durch neue Einträge wieder aus dem Buch genommen. Artikel '
    + 'und Kunden, die andere Datensätze brauchen, bleiben; was er änderte, wird wieder, '
    + 'was es war.',
  stays: (count) => `Seit dem Import geändert und darum so gelassen: ${count}`,
  changed,
  undone: 'Der Import wurde zurückgenommen.', ordersOf: 'Seine Aufträge',
  nothingNew: 'Alles in dieser Datei steht schon im Buch. Es würde sich nichts ändern.',
  done: 'Importiert.', cancelled: 'Vor dem Ende angehalten. Ein zweiter Lauf vollendet ihn.',
};
