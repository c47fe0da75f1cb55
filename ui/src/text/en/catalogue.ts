// English: variants of products, and changes of many products.
import { many } from '../many';

export const variants = {
  heading: 'Variants', together: 'Together',
  title: (product: string) => `Variants of ${product}`,
  options: 'Options', option: 'Option', values: 'Values', addOption: 'Add an option',
  removeOption: 'Remove the option', optionExample: 'Size', valuesExample: 'S, M, L',
  optionsText: 'What the variants differ in. Every combination that is on offer becomes a product '
    + 'of its own, with its own SKU, price and stock; the product itself is then not sold.',
  matrix: (count: string) => many(count, 'combination', 'combinations'),
  offered: 'On offer', offers: (values: string) => `Offer ${values}`,
  done: (count: string) => `${many(count, 'variant', 'variants')} made.`,
  saved: 'The options were saved.',
  chip: 'In variants', of: 'Variant of',
};

const products = (count: string) => many(count, 'product', 'products');

export const bulk = {
  actions: {
    price: 'Change prices', cost: 'Change costs', category: 'Category', tax: 'Tax',
    reorder: 'Reorder figures', archived: 'Archive or bring back',
    custom: 'Custom field',
  },
  titles: {
    price: (count: string) => `Prices of ${products(count)}`,
    cost: (count: string) => `Costs of ${products(count)}`,
    category: (count: string) => `Category of ${products(count)}`,
    tax: (count: string) => `Tax of ${products(count)}`,
    reorder: (count: string) => `Reorder figures of ${products(count)}`,
    archived: (count: string) => `Archive or bring back ${products(count)}`,
    custom: (count: string) => `Custom field of ${products(count)}`,
  },
  how: 'How', ways: { part: 'By per cent', by: 'By an amount', to: 'To one price' },
  part: 'Per cent', partHint: 'Below zero makes it cheaper.', amount: 'Amount', price: 'Price',
  ending: 'Prices end',
  endings: {
    exact: 'To the cent', coin5: 'In steps of 0.05', coin10: 'In steps of 0.10',
    half: 'In steps of 0.50', whole: 'In whole units', nine: 'In 9 (2.49)',
    ninety_nine: 'In .99 (2.99)',
  },
  emptyClears: 'Left empty, it is taken away.', offered: 'Offered',
  offers: { yes: 'No longer offered', no: 'Offered' },
  products: 'Products', apply: 'Apply',
  before: {
    unit_price_micro: 'Price', cost_micro: 'Cost', category: 'Category', tax: 'Tax',
    reorder_point_milli: 'Reorder at', reorder_to_milli: 'Up to', archived: 'Before',
    custom: 'Before',
  },
  after: {
    unit_price_micro: 'New price', cost_micro: 'New cost', category: 'New category',
    tax: 'New tax', reorder_point_milli: 'New', reorder_to_milli: 'New', archived: 'After',
    custom: 'After',
  },
  counts: {
    wouldChange: (count: string) => `${count} would change`,
    changed: (count: string) => `${count} changed`,
  },
  done: (count: string) => `${products(count)} changed.`,
  undone: (back: string, kept: string) => (kept === '0' ? `${products(back)} as before.`
    : `${products(back)} as before; ${kept} changed since and stay.`),
};
