// English: words that many screens share.
import { many } from '../many';

export const common = {
  app: 'Counterbook',
  today: 'Today',
  yesterday: 'Yesterday',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  discard: 'Discard',
  keepEditing: 'Keep editing',
  loseChanges: 'What you typed has not been saved.',
  loading: 'Loading…',
  nothingFound: 'Nothing found',
  tryAgain: 'Try again',
  report: (id: string) => `Report ${id}`,
  undo: 'Undo',
  choose: 'Choose…',
  none: '–',
  any: 'any',
  yes: 'Yes',
  no: 'No',
  total: 'Total',
  open: 'Open',
  remove: 'Remove',
  skip: 'Skip to the content',
  preview: 'What this will do',
  continue: 'Continue',
  showAll: 'Show all',
  from: 'From',
  to: 'To',
  name: 'Name',
  note: 'Note',
  path: 'File',
  pathHint: 'The whole path of the file',
  browse: 'Browse…',
};

export const grid = {
  selectAll: 'Select all rows of the list',
  selectRow: (row: string) => `Select ${row}`,
  sortBy: (title: string) => `Sort by ${title}`,
  copied: (rows: string) => `Copied: ${many(rows, 'row', 'rows')}`,
  columns: 'Columns',
  filter: 'Filter',
  clearFilters: 'Clear filters',
  moreFilters: 'More filters',
  find: 'Type to filter',
  selected: (count: string) => `${count} selected`,
  counting: 'counting…',
  remove: (filter: string) => `Remove the filter ${filter}`,
  resetColumns: 'Columns as they were',
};

export const fields = {
  not_a_number: 'Type a figure, such as 12 or 12*3.5',
  too_many_decimals: 'Too many decimals',
  divided_by_zero: 'Nothing can be divided by zero',
  too_large: 'This figure is too large',
  not_a_day: 'Type a day, such as 15.3., t for today or +3',
  dayHint: 't, y, +3, 15.3.',
};

export const frame = {
  navigation: 'Screens',
  find: 'Find or do anything',
  saved: 'Saved',
  readOnly: 'Read only',
  keys: 'keys',
  running: (name: string) => `${name} runs`,
  orders: (count: string) => many(count, 'order', 'orders'),
  sample: 'Sample shop',
};

export const palette = {
  title: 'Find or do anything',
  placeholder: 'A command, an order, a product, a customer…',
  nothing: 'Nothing is called that. Try a number, a name or a SKU.',
};

export const keySheet = {
  title: 'Keys',
  hint: 'All of them can be changed in the settings.',
  grid: 'In a table',
  form: 'In a form',
  gridKeys: {
    'ArrowUp ArrowDown': 'Row up, row down; from the first row up to the header',
    'PageUp PageDown': 'A page up, a page down',
    'Home End': 'First row, last row',
    'Enter': 'Open the row; in the header: sort',
    'Space': 'Select the row',
    'Shift+ArrowDown': 'Select a range',
    'Mod+A': 'Select all',
    'F2': 'Edit the cell, where it can be',
    'Mod+C': 'Copy the rows for a spreadsheet',
    'Shift+ArrowRight': 'Make a column wider',
  },
  formKeys: {
    'Enter': 'To the next field',
    'Mod+Enter': 'Save',
    'Escape': 'Leave; asks if something would be lost',
    '12*3.5': 'Figures take arithmetic',
    't y +3 15.3.': 'Days: today, yesterday, in three days, 15 March',
  },
  scopes: {
    everywhere: 'Everywhere', list: 'In a list', record: 'On a record', today: 'Today',
    order: 'On an order', product: 'On a product', customer: 'On a customer',
    inbox: 'Among what needs a person',
    change: 'Changing an order',
    editor: 'In the order editor', report: 'In a report', counter: 'At the counter',
    document: 'On a document', gift_card: 'On a gift card',
    count: 'On a count', transfer: 'On a transfer',
    purchase: 'On a purchase', supplier: 'On a supplier', receiving: 'Receiving goods',
    suggestions: 'What to order', lot: 'On a lot',
  },
};
