// English: bringing in a file.
import { many } from '../many';

const fields: Record<string, string> = {
  document_number: 'Order number', placed_at: 'Date', kind: 'Kind of document', sku: 'SKU',
  title: 'Title', quantity: 'Quantity', unit_price: 'Unit price', discount: 'Discount',
  tax_rate: 'Tax rate', customer_code: 'Customer number', customer_name: 'Customer name',
  customer_email: 'Customer e-mail', country: 'Country', currency: 'Currency',
  channel: 'Channel', price: 'Price', cost: 'Cost', barcode: 'Barcode',
  stock_on_hand: 'Stock on hand', tax_class: 'Tax class', reorder_point: 'Reorder at',
  code: 'Number', name: 'Name', email: 'E-mail', phone: 'Phone', street: 'Street',
  postal_code: 'Postal code', city: 'City', tags: 'Tags',
};

const changed: Record<string, string> = {
  unit_price_micro: 'Price', cost_micro: 'Cost', barcodes: 'Barcodes',
  reorder_point_milli: 'Reorder at', tax: 'Tax', address: 'Address',
};

const classes: Record<string, string> = {
  sale_line: 'Lines of sales', return_line: 'Lines of returns',
  adjustment_line: 'Lines of adjustments', write_off_line: 'Lines of stock written off',
  product: 'Products', customer: 'Customers', refused: 'Refused',
};

const outcomes: Record<string, string> = {
  imported: 'Imported', already_there: 'Already in the book', updated: 'Updated',
  not_reached: 'Not reached',
};

const reasons: Record<string, string> = {
  blank_row: 'The row is empty', missing_value: 'A value is missing',
  column_count: 'Too many or too few cells', bad_encoding: 'Not text in this encoding',
  control_character: 'A character that no field can hold', field_too_long: 'Too long',
  bad_number: 'Not a number', decimal_mark: 'The other decimal mark seems to be meant',
  too_precise: 'Too many decimals', too_large: 'Too large', bad_currency: 'Not a currency',
  bad_date: 'Not a date of this format', document_number: 'Not a document number',
  unknown_kind: 'Unknown kind of document', negative_quantity: 'A quantity below zero in a sale',
  positive_quantity: 'A quantity above zero in a return',
  mixed_signs: 'Sold and returned in one document',
  document_conflict: 'The rows of this document contradict each other',
  document_refused: 'Another row of this document was refused',
};

export const imports = {
  title: 'Import',
  choose: 'Choose a file',
  dropText: 'Drop a CSV file here, or choose one. Orders, products and customers are made from '
    + 'its rows. Nothing is written before you have seen the report of a trial.',
  chooseTitle: 'Choose a file to import',
  csv: 'Tables of text',
  file: 'File', encoding: 'Encoding', delimiter: 'Delimiter',
  header: 'The first row holds names',
  delimiters: {
    ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar',
  } as Record<string, string>,
  recognised: (layout: string) => `Recognised: ${layout}. The columns need no choice.`,
  layouts: { 'online-retail': 'UCI Online Retail' } as Record<string, string>,
  preview: 'First rows', columnMeans: (column: string) => `What ${column} means`,
  columnNumber: (number: string) => `Column ${number}`,
  notUsed: 'not used', rowsAre: 'A row is',
  rowKinds: {
    order_lines: 'a line of an order', products: 'a product', customers: 'a customer',
  },
  fields, classes, outcomes, reasons,
  missing: (fields: string) => `Still needed: ${fields}. Choose their columns below.`,
  dateFormat: 'Dates are written',
  dateAmbiguous: 'The dates of this file can be read in several ways. Choose how they are written.',
  decimal: 'Decimals stand after', decimals: { point: 'a point', comma: 'a comma' },
  runTrial: 'Try it', trial: 'Trial: nothing has been written.',
  run: 'Import', again: 'Another file', rethink: 'Back to the columns',
  rows: (count: string) => many(count, 'row', 'rows'),
  accounted: (count: string) => `All ${count} rows are accounted for.`,
  documents: 'Documents', created: 'New', there: 'Documents already there',
  createdText: (orders: string, products: string, customers: string) =>
    [many(orders, 'order', 'orders'), many(products, 'product', 'products'),
      many(customers, 'customer', 'customers')].join(', '),
  stockDocuments: 'Stock documents',
  duplicates: 'Repeated rows, kept', subcent: 'Lines priced below a cent',
  rounding: 'Rounded off on them',
  whatRows: 'What the rows are', whatBecame: 'What became of them', count: 'Rows',
  refused: 'Refused rows', row: 'Row', column: 'Column', why: 'Why', value: 'Value',
  refusedFirst: (shown: string, all: string) => `The first ${shown} of ${all}.`,
  past: 'Imports so far', when: 'When', state: 'State', undo: 'Take back',
  undoTitle: (file: string) => `Take back the import of ${file}?`,
  undoText: 'What it made is taken out of the book again by new entries. Products and customers '
    + 'that other records use stay; those that it changed get back what they were.',
  stays: (count: string) => `Changed since the import, so left as they are: ${count}`,
  changed,
  undone: 'The import was taken back.', ordersOf: 'Its orders',
  nothingNew: 'Everything in this file is already in the book. Nothing would change.',
  done: 'Imported.', cancelled: 'Stopped before the end. Running it again completes it.',
};
