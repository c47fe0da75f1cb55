// English: at the counter, what comes back, favourites, codes of scales, the customer's window.
import { many } from '../many';

export const back = {
  title: 'Goods that come back',
  of: (number: string) => `Back from ${number}`,
  without: 'Without receipt',
  sale: 'Sale', findSale: 'Scan the receipt, or type its number or the customer',
  saleHint: 'A scanned receipt is found at once.',
  reason: 'Reason', takeIn: 'Take in without receipt',
  whyFirst: 'Say why there is no receipt.',
  unknownSale: (code: string) => `No sale has the number ${code}.`,
  nothingLeft: (number: string) => `Nothing of ${number} can come back any more.`,
  notOnIt: (code: string) => `${code} is not on this receipt, or all of it is back.`,
  linesHint: 'How much comes back of each line. Scanning the goods counts one more.',
  quantity: 'Comes back', scrap: 'Scrap',
  most: (quantity: string) => `of ${quantity}`,
  all: 'All of it', goOn: 'To the cart',
  scrapped: 'Scrap', restocked: 'To stock',
  minus: (amount: string) => `−${amount}`,
  due: 'To give back',
  give: (method: string) => `Give back: ${method}`,
  giveHint: 'Enter gives back all that is owed; an amount is a part of it.',
  toGive: (method: string) => `To give back: ${method}`,
  given: (method: string) => `Given back: ${method}`,
  complete: 'Complete',
  paidBy: (methods: string) => `It was paid by: ${methods}`,
  takingTitle: 'What comes back?',
  takingText: 'Scan the goods. They come back at today’s price; the price key changes it, and '
    + 'the scrap key says that they are thrown away. Goods for them: the key “Taken for it”.',
  givingNow: 'What is scanned from now on is taken for it.',
  comingNow: 'What is scanned from now on comes back.',
  takingNow: (reason: string) => `Goods are being taken in without a receipt: ${reason}`,
  notParked: 'Goods that come back cannot be parked. Complete or void the cart.',
  settleFirst: 'This cart has a discount, a coupon, a payment or a parked draft of its own. '
    + 'Complete or park it first.',
  done: {
    return: (number: string) => `Taken back: ${number}`,
    exchange: (number: string) => `Exchanged: ${number}`,
  },
};

export const scales = {
  title: 'Codes of scales and labels',
  text: 'Codes that the shop prints itself hold a product and its weight or price: 13 digits of '
    + 'prefix, item, value and check digit. The item is the SKU or a barcode of the product.',
  prefix: 'Prefix', items: 'Item digits', value: 'Then', decimals: 'Decimals',
  check: 'Checked',
  values: { weight: 'Quantity', price: 'Price' },
  example: 'Example', add: 'Add a prefix', remove: 'Remove prefix',
  none: 'No prefix is set up: such codes are unknown at the counter.',
};

export const tiles = {
  title: 'Favourites',
  emptyTitle: 'No favourites yet',
  emptyText: 'Put what has no barcode on tiles: bread, bags, single cups. Press the key and '
    + 'its number, or touch the tile.',
  emptyPage: 'Choose a free place and find its product.',
  begin: 'Set up favourites',
  page: (number: string) => `Page ${number}`,
  pageName: 'Name of the page', addPage: 'Add a page', removePage: 'Remove the page',
  edit: 'Edit', done: 'Done', place: (number: string) => `Place ${number}`,
  product: 'Product', find: 'Name, SKU or barcode', label: 'Label', tone: 'Colour',
  tones: {
    plain: 'Plain', accent: 'Accent', good: 'Green', warn: 'Amber', bad: 'Red', info: 'Blue',
  },
  free: 'Free', clear: 'Clear the tile', save: 'Put it there', saved: 'The favourites are saved',
  number: (count: string) => many(count, 'tile', 'tiles'),
  gone: 'This product is no longer offered.',
};

export const display = {
  title: 'Customer', cart: 'Your purchase', total: 'Total', back: 'You get back', change: 'Change',
  thanks: 'Thank you', welcome: 'Welcome',
};
