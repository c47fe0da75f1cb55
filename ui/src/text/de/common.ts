// Deutsch: Wörter, die viele Seiten teilen.
import { many } from '../many';
import type { Text } from '../en';

export const common: Text['common'] = {
  app: 'Counterbook',
  today: 'Heute',
  yesterday: 'Gestern',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  discard: 'Verwerfen',
  keepEditing: 'Weiter bearbeiten',
  loseChanges: 'Die Eingaben sind noch nicht gespeichert.',
  loading: 'Lädt…',
  nothingFound: 'Nichts gefunden',
  tryAgain: 'Noch einmal',
  report: (id) => `Bericht ${id}`,
  undo: 'Rückgängig',
  choose: 'Wählen…',
  none: '–',
  any: 'alle',
  yes: 'Ja',
  no: 'Nein',
  total: 'Summe',
  open: 'Öffnen',
  remove: 'Entfernen',
  skip: 'Zum Inhalt springen',
  preview: 'Was dadurch geschieht',
  continue: 'Weiter',
  showAll: 'Alle zeigen',
  from: 'Von',
  to: 'Bis',
  name: 'Name',
  note: 'Notiz',
  path: 'Datei',
  pathHint: 'Der ganze Pfad der Datei',
  browse: 'Durchsuchen…',
};

export const grid: Text['grid'] = {
  selectAll: 'Alle Zeilen der Liste wählen',
  selectRow: (row) => `${row} wählen`,
  sortBy: (title) => `Nach ${title} sortieren`,
  copied: (rows) => `${many(rows, 'Zeile', 'Zeilen')} kopiert`,
  columns: 'Spalten',
  filter: 'Filter',
  clearFilters: 'Filter aufheben',
  moreFilters: 'Weitere Filter',
  find: 'Tippen zum Filtern',
  selected: (count) => `${count} ausgewählt`,
  counting: 'zählt…',
  remove: (filter) => `Filter ${filter} entfernen`,
  resetColumns: 'Spalten wie zu Anfang',
};

export const fields: Text['fields'] = {
  not_a_number: 'Eine Zahl eingeben, etwa 12 oder 12*3,5',
  too_many_decimals: 'Zu viele Nachkommastellen',
  divided_by_zero: 'Durch null lässt sich nicht teilen',
  too_large: 'Diese Zahl ist zu groß',
  not_a_day: 'Einen Tag eingeben, etwa 15.3., t für heute oder +3',
  dayHint: 't, y, +3, 15.3.',
};

export const frame: Text['frame'] = {
  navigation: 'Seiten',
  find: 'Finden oder ausführen',
  saved: 'Gespeichert',
  readOnly: 'Nur lesen',
  keys: 'Tasten',
  running: (name) => `${name} läuft`,
  orders: (count) => many(count, 'Auftrag', 'Aufträge'),
  sample: 'Beispielgeschäft',
};

export const palette: Text['palette'] = {
  title: 'Finden oder ausführen',
  placeholder: 'Ein Befehl, ein Auftrag, ein Artikel, ein Kunde…',
  nothing: 'So heißt nichts. Eine Nummer, einen Namen oder eine Artikelnummer versuchen.',
};

export const keySheet: Text['keySheet'] = {
  title: 'Tasten',
  hint: 'Alle lassen sich in den Einstellungen ändern.',
  grid: 'In einer Tabelle',
  form: 'In einem Formular',
  gridKeys: {
    'ArrowUp ArrowDown': 'Zeile hoch, Zeile runter; von der ersten Zeile hoch zum Kopf',
    'PageUp PageDown': 'Eine Seite hoch, eine Seite runter',
    'Home End': 'Erste Zeile, letzte Zeile',
    'Enter': 'Zeile öffnen; im Kopf: sortieren',
    'Space': 'Zeile auswählen',
    'Shift+ArrowDown': 'Einen Bereich auswählen',
    'Mod+A': 'Alle auswählen',
    'F2': 'Die Zelle bearbeiten, wo das geht',
    'Mod+C': 'Zeilen für eine Tabellenkalkulation kopieren',
    'Shift+ArrowRight': 'Eine Spalte breiter machen',
  },
  formKeys: {
    'Enter': 'Zum nächsten Feld',
    'Mod+Enter': 'Speichern',
    'Escape': 'Verlassen; fragt, wenn etwas verloren ginge',
    '12*3.5': 'Zahlenfelder rechnen',
    't y +3 15.3.': 'Tage: heute, gestern, in drei Tagen, 15. März',
  },
  scopes: {
    everywhere: 'Überall', list: 'In einer Liste', record: 'Auf einem Datensatz', today: 'Heute',
    order: 'Auf einem Auftrag', product: 'Auf einem Artikel', customer: 'Auf einem Kunden',
    inbox: 'Bei dem, was einen Menschen braucht',
    change: 'Auftrag ändern',
    editor: 'Im Auftragseditor', report: 'In einer Auswertung', counter: 'An der Kasse',
    document: 'Auf einem Beleg', gift_card: 'Auf einem Gutschein',
    count: 'Auf einer Zählung', transfer: 'Auf einer Umlagerung',
    purchase: 'Auf einer Bestellung', supplier: 'Bei einem Lieferanten',
    receiving: 'Im Wareneingang', suggestions: 'Bei Bestellvorschlägen',
    lot: 'Auf einer Charge',
  },
};
