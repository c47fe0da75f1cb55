// English: reports, settings and the first start.
import { many } from '../many';

export const reports = {
  title: 'Reports',
  groups: { sales: 'Sales', products: 'Products', customers: 'Customers', stock: 'Stock' } as
    Record<string, string>,
  titles: {
    'sales-by-day': 'Sales by day', 'sales-by-week': 'Sales by week',
    'sales-by-month': 'Sales by month', 'sales-by-country': 'Sales by country',
    'sales-by-channel': 'Sales by channel', 'top-products': 'Products, top and bottom',
    'top-customers': 'Top customers', 'customers-new-returning': 'New and returning customers',
    returns: 'Returns', 'hour-weekday': 'Hour and weekday', 'stock-value': 'Stock value',
    'stock-movements': 'Stock movements',
  } as Record<string, string>,
  by: {
    revenue: 'Highest revenue', units: 'Most units', 'revenue-bottom': 'Lowest revenue',
    'units-bottom': 'Fewest units', day: 'Day', week: 'Week', month: 'Month',
    location: 'Place', category: 'Category', product: 'Product',
  } as Record<string, string>,
  columns: {
    documents: 'Documents', lines: 'Lines', return_lines: 'Return lines',
    returned_milli: 'Units returned', returned_minor: 'Returned', sold_minor: 'Sold',
    rate_ppm: 'Share of sales', code: 'Number', new: 'New', returning: 'Returning',
    revenue_new_minor: 'Revenue of new', revenue_returning_minor: 'Revenue of returning',
    unit_minor: 'Per unit', basis: 'Valued at', moves: 'Movements', shipped_milli: 'Shipped',
    received_milli: 'Received', found_milli: 'Found', lost_milli: 'Lost', net_milli: 'Change',
    day: 'Day', week: 'Week', month: 'Month', country: 'Country', channel: 'Channel',
    orders: 'Orders', revenue_minor: 'Revenue', before_minor: 'Period before', units_milli: 'Units',
    net_minor: 'Net', tax_minor: 'Tax', total_minor: 'Total', sku: 'SKU', title: 'Title',
    customer: 'Customer', name: 'Name', customers: 'Customers', hour: 'Hour', weekday: 'Weekday',
    value_minor: 'Value', on_hand_milli: 'On hand', returns: 'Returns',
    average_minor: 'Average', share_ppm: 'Share',
  } as Record<string, string>,
  from: 'From', to: 'To', order: 'By', limit: 'Rows', compare: 'Period before',
  period: 'Period',
  periods: {
    all: 'All time', month: 'This month', lastMonth: 'Last month', year: 'This year',
    lastYear: 'Last year', own: 'Own period',
  },
  basis: { price: 'Price', cost: 'Cost' } as Record<string, string>,
  firstRows: (shown: string, all: string) =>
    `The first ${shown} of ${all} rows. An export holds all of them.`,
  chart: 'Chart', table: 'Table', both: 'Both', view: 'Show',
  export: 'Export', exportAs: (format: string) => `As ${format}`,
  exported: (path: string) => `Written: ${path}`, reveal: 'Show in folder',
  total: 'Total', empty: 'There is nothing in this period.',
  rows: (count: string) => many(count, 'row', 'rows'),
  previous: 'Period before', chartOf: (title: string) => `Chart: ${title}`,
  exportTitle: 'Export the report',
};

export const settings = {
  title: 'Settings',
  sections: {
    business: 'Business', taxes: 'Taxes', loyalty: 'Points',
    papers: 'Documents', stock: 'Stock', receipts: 'Receipts',
    scales: 'Scale codes', carriers: 'Carriers', rates: 'Exchange rates', people: 'People',
    roles: 'Roles', audit: 'Approvals', training: 'Training', sync: 'Devices and sync',
    keyboard: 'Keyboard', look: 'Appearance', book: 'This book',
  },
  businessText: 'Stands on documents and in the head of exports.',
  name: 'Name of the business', address: 'Address', taxNumber: 'Tax number', phone: 'Phone',
  email: 'E-mail', country: 'Country', currency: 'Currency',
  city: 'Town', postalCode: 'Post code', contactName: 'Whom to ask', bankAccount: 'IBAN',
  electronicText: 'Electronic invoices want these apart from the address.',
  cutoff: 'The day ends at', cutoffHint: 'Sales before this hour belong to the day before',
  stockPolicy: 'When stock would fall below zero',
  policies: { allow: 'Sell anyway', warn: 'Warn', block: 'Refuse' } as Record<string, string>,
  taxesText: 'The taxes that prices and lines can have. Documents keep the rate that they were '
    + 'issued with.',
  included: 'Prices include tax',
  rounding: 'Tax is rounded',
  roundings: { per_rate_group: 'once per rate', per_line: 'on every line' } as
    Record<string, string>,
  taxCode: 'Code', taxName: 'Name', taxRate: 'Rate, %', taxCategory: 'Category',
  categories: {
    standard: 'Standard', reduced: 'Reduced', zero: 'Zero-rated', exempt: 'Exempt',
    reverse_charge: 'Reverse charge',
  } as Record<string, string>,
  addTax: 'Add a tax', removeTax: 'Remove this tax',
  saved: 'Settings saved',
  keyboardText: 'Press the new keys in the box. Backspace takes them away; Esc leaves them.',
  keysFor: (command: string) => `Keys for ${command}`,
  keysTaken: (command: string) => `These keys already mean “${command}”.`,
  resetKeys: 'All keys as they were', resetKey: 'As it was', noKeys: 'none',
  theme: 'Theme', themes: {
    system: 'As the system', light: 'Light', dark: 'Dark', contrast: 'High contrast',
  },
  density: 'Rows and keys',
  densities: { normal: 'Normal', compact: 'Compact', touch: 'For fingers' },
  densityHint: 'For fingers: higher rows and keys, and a number pad at the counter.',
  language: 'Language', languages: {
    en: 'English', de: 'Deutsch', rtl: 'Mirrored (to test right-to-left)',
  },
  file: 'File', schema: 'Schema', period: 'Orders from', device: 'Prefix of this device',
  counts: 'Holds', countsText: (orders: string, products: string, customers: string) =>
    [many(orders, 'order', 'orders'), many(products, 'product', 'products'),
      many(customers, 'customer', 'customers')].join(', '),
  verify: 'Verify', verifyText: 'Walks the journal’s chain of hashes and compares every table '
    + 'with a fresh fold of it.',
  checks: (count: string) => many(count, 'check', 'checks'),
  verifyGood: 'Everything agrees.',
  verifyBad: 'Something does not agree. Restore a backup, or rebuild.',
  rebuild: 'Rebuild', rebuildText: 'Computes all tables again from the journal, into a new file '
    + 'that takes the place of this one when it has been verified.',
  rebuildDone: 'Rebuilt and verified.',
  backup: 'Back up', backupText: 'Writes a verified copy while work goes on.',
  backupDone: (path: string) => `Backup written: ${path}`,
  backupTitle: 'Where to put the backup',
  close: 'Close this book', readOnly: 'This book is open for reading only.',
};

export const start = {
  title: 'Welcome',
  lead: 'An order book for the counter and the back office. It keeps everything in one file on '
    + 'this computer.',
  create: 'Create a book', createText: 'For your own business: its name, its currency, its taxes.',
  open: 'Open a book', openText: 'A file that ends in .counterbook.',
  sample: 'Look around in the sample shop',
  sampleText: 'Two years of a real shop’s orders: the Online Retail data of the UCI Machine '
    + 'Learning Repository, CC BY 4.0.',
  sampleMissing: 'The sample is not shipped with this build.',
  recent: 'Opened before', missing: 'not found', forget: 'Forget',
  name: 'Name of the business', country: 'Country', currency: 'Currency', path: 'Where to keep it',
  currencyHint: 'Three letters, such as GBP; it stays for good',
  included: 'Prices include tax', taxes: 'Taxes',
  taxesHint: 'As usual in this country; they can be changed later.',
  createButton: 'Create the book', saveTitle: 'Where to keep the book', openTitle: 'Open a book',
  fileKind: 'Counterbook',
  version: (version: string) => `Version ${version}`,
};
