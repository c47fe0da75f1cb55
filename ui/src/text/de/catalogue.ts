// German: variants of products, and changes of many products.
import { many } from '../many';

export const variants = {
  heading: 'Varianten', together: 'Zusammen',
  title: (product: string) => `Varianten von ${product}`,
  options: 'Optionen', option: 'Option', values: 'Werte', addOption: 'Option hinzufügen',
  removeOption: 'Option entfernen', optionExample: 'Größe', valuesExample: 'S, M, L',
  optionsText: 'Worin sich die Varianten unterscheiden. Jede angebotene Kombination wird ein '
    + 'eigener Artikel mit eigener SKU, eigenem Preis und Bestand; der Artikel selbst wird dann '
    + 'nicht verkauft.',
  matrix: (count: string) => many(count, 'Kombination', 'Kombinationen'),
  offered: 'Im Angebot', offers: (values: string) => `${values} anbieten`,
  done: (count: string) => `${many(count, 'Variante', 'Varianten')} angelegt.`,
  saved: 'Die Optionen wurden gespeichert.',
  chip: 'In Varianten', of: 'Variante von',
};

const products = (count: string) => many(count, 'Artikel', 'Artikel');

export const bulk = {
  actions: {
    price: 'Preise ändern', cost: 'Kosten ändern', category: 'Kategorie', tax: 'Steuer',
    reorder: 'Bestellgrenzen', archived: 'Ablegen oder zurückholen',
    custom: 'Eigenes Feld',
  },
  titles: {
    price: (count: string) => `Preise: ${products(count)}`,
    cost: (count: string) => `Kosten: ${products(count)}`,
    category: (count: string) => `Kategorie: ${products(count)}`,
    tax: (count: string) => `Steuer: ${products(count)}`,
    reorder: (count: string) => `Bestellgrenzen: ${products(count)}`,
    archived: (count: string) => `${products(count)} ablegen oder zurückholen`,
    custom: (count: string) => `Eigenes Feld: ${products(count)}`,
  },
  how: 'Wie', ways: { part: 'Um Prozent', by: 'Um einen Betrag', to: 'Auf einen Preis' },
  part: 'Prozent', partHint: 'Unter null wird es billiger.', amount: 'Betrag', price: 'Preis',
  ending: 'Preise enden',
  endings: {
    exact: 'Auf den Cent', coin5: 'In Schritten von 0,05', coin10: 'In Schritten von 0,10',
    half: 'In Schritten von 0,50', whole: 'Auf ganze Einheiten', nine: 'Auf 9 (2,49)',
    ninety_nine: 'Auf ,99 (2,99)',
  },
  emptyClears: 'Leer gelassen fällt es weg.', offered: 'Angebot',
  offers: { yes: 'Nicht mehr angeboten', no: 'Angeboten' },
  products: 'Artikel', apply: 'Anwenden',
  before: {
    unit_price_micro: 'Preis', cost_micro: 'Kosten', category: 'Kategorie', tax: 'Steuer',
    reorder_point_milli: 'Bestellen ab', reorder_to_milli: 'Auffüllen auf', archived: 'Vorher',
    custom: 'Vorher',
  },
  after: {
    unit_price_micro: 'Neuer Preis', cost_micro: 'Neue Kosten', category: 'Neue Kategorie',
    tax: 'Neue Steuer', reorder_point_milli: 'Neu', reorder_to_milli: 'Neu', archived: 'Nachher',
    custom: 'Nachher',
  },
  counts: {
    wouldChange: (count: string) => `${count} würden sich ändern`,
    changed: (count: string) => `${count} geändert`,
  },
  done: (count: string) => `${products(count)} geändert.`,
  undone: (back: string, kept: string) => (kept === '0' ? `${products(back)} wie zuvor.`
    : `${products(back)} wie zuvor; ${kept} seither geändert und so belassen.`),
};
