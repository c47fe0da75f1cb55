// English: price lists, promotions and coupons, and what was agreed with a customer.
import { many } from '../many';

export const deals = {
  period: 'Period', from: 'From', to: 'Up to and including', always: 'Always',
  fromDay: (day: string) => `from ${day}`, toDay: (day: string) => `to ${day}`,
  everyone: 'Everybody', everywhere: 'Every channel', holds: 'Holds today',
  tags: 'Customers with the tags', channelsHint: 'Several with a comma between them; all if empty',
  saved: (name: string) => `${name} saved`, edit: (name: string) => `Edit ${name}`,
  fromList: (name: string) => `list ${name}`,
  coupon: 'Coupon code', couponHint: 'Several with a comma between them',
  amountOff: 'Amount off everything', shipping: 'Shipping charge', shippingTax: 'Tax on shipping',
  shippingTitle: 'Shipping', ownPrice: 'price typed by hand',
  couponOf: (name: string, code: string) => `${name} (${code})`,
  converted: (name: string, amount: string) => `${name}: ${amount} at the order’s rate`,
  onCard: (amount: string) => `puts ${amount} on it`, addCard: 'Add a gift card',
  exempt: (reason: string) => `No tax: ${reason}`,
  creditExceeded: (amount: string) => `${amount} more than this customer may owe.`,
  due: 'To be paid by', overdue: 'Overdue', onAccount: 'On account',
  agreedFor: (day: string) => `as agreed, by ${day}`,
  takeCouponOff: 'Take the coupon off',
};

export const priceLists = {
  title: 'Price lists', new: 'New price list', name: 'Name', for: 'For whom',
  channels: 'Channels', products: 'Products', prices: 'Prices',
  givenOnly: 'Customers it was given to',
  tagsHint: 'Several with a comma between them; a list can also be given to one customer',
  everyone: 'For everybody',
  bestHint: 'Of all lists that apply, the lowest price counts; if none names a product, its own.',
  emptyTitle: 'No price lists yet',
  emptyText: 'Prices for some customers, channels or periods, with quantity breaks.',
  addProduct: 'Add a product', find: 'Find on this list', usual: 'Usual price',
  fromQuantity: 'From quantity', price: (currency: string) => `Price, ${currency}`,
  addStep: 'Add a quantity break', removeStep: 'Remove the price',
  noPrices: 'No prices yet. Type a product above, or paste prices from a spreadsheet.',
  takenOff: 'Taken off the list',
  save: (count: string) => (count === '0' ? 'Save' : `Save ${many(count, 'price', 'prices')}`),
  more: (count: string) => `${count} more; type above to find them.`,
  paste: 'Set prices', pasteTitle: 'Paste prices',
  pasteText: 'A line is SKU and price, or SKU, quantity and price, with tabs or semicolons '
    + 'between them.',
  pasteWrong: (lines: string) => `These lines cannot be read: ${lines}`,
  pasteCount: (count: string) => many(count, 'product', 'products'),
  customerList: 'Price list',
};

export const promotions = {
  title: 'Promotions', new: 'New promotion', name: 'Name',
  nameHint: 'As receipts and invoices say it', effect: 'Gives', coupon: 'Coupon code',
  byItself: 'by itself', for: 'For whom', uses: 'Used',
  usesOf: (count: string, limit: string) => `${count} of ${limit}`,
  given: (currency: string) => `Given, ${currency}`,
  givenSoFar: (orders: string, amount: string) =>
    `${many(orders, 'order', 'orders')} got ${amount} off so far. They keep what they got.`,
  effects: {
    line_percent: 'Per cent off each line', order_percent: 'Per cent off the order',
    line_fixed: 'Amount off every unit', order_fixed: 'Amount off the order',
    buy_get: 'Buy some, get some', free_shipping: 'Free shipping',
  },
  classes: {
    line_percent: 'Taken off first, before discounts on the whole order.',
    order_percent: 'Taken off after per cents of lines, before fixed amounts.',
    line_fixed: 'Taken off after all per cents.',
    order_fixed: 'Taken off last, shared over the lines.',
    buy_get: 'The cheapest units are given; taken off after all per cents.',
    free_shipping: 'Takes the shipping charge off, whatever else is given.',
  },
  gives: {
    percent: (rate: string) => `${rate} off each line`,
    orderPercent: (rate: string) => `${rate} off the order`,
    unit: (amount: string) => `${amount} off every unit`,
    amount: (amount: string) => `${amount} off the order`,
    buyGet: (buy: string, get: string) => `buy ${buy}, get ${get}`,
    shipping: 'free shipping',
  },
  buy: 'Units bought', get: 'Units given', rate: 'Per cent off',
  rateHint: 'Of the units that are given; 100 % when empty', amount: 'Amount off',
  minimum: 'Minimum', minimumHint: 'What the goods it is about must come to',
  products: 'Only these products', removeProduct: 'Remove',
  categories: 'Only these categories', categoriesHint: 'Several with a comma between them',
  tagsHint: 'Everybody if empty', couponHint: 'Applied by itself if empty',
  limit: 'How many orders may use the code', limitHint: 'Without a limit if empty',
  stacks: 'Goes with other promotions',
  rule: 'Promotions that go together are all applied; one that does not is applied alone. '
    + 'The customer gets the way that takes off the most.',
  emptyTitle: 'No promotions yet',
  emptyText: 'Per cents, amounts, buy some get some, free shipping; with a coupon code or not.',
};

export const account = {
  title: 'Account', open: 'Open', overdue: 'Overdue', limit: 'Credit limit', free: 'May still owe',
  terms: 'Days to pay', termsHint: 'At once if empty', limitHint: 'Without a limit if empty',
  overdueOrders: (count: string) => many(count, 'order overdue', 'orders overdue'),
  exemption: 'Exempt from tax because', exemptionHint: 'Documents say it; empty if taxed',
  certificate: 'Certificate', until: 'Exempt up to and including', noList: 'None',
  creditPolicy: 'An order beyond the credit limit',
};

/** Sentences of refusals that name what is missing; the figure or day is filled in. */
export const detailed = {
  coupon_minimum: (missing: string) => `${missing} more is needed for this coupon.`,
  coupon_more_units: (missing: string) =>
    `${many(missing, 'unit', 'units')} more for this coupon.`,
  coupon_expired: (day: string) => `This coupon expired on ${day}.`,
  coupon_not_yet: (day: string) => `This coupon holds from ${day} on.`,
  coupon_used_up: (limit: string) => `This coupon was used up (${limit}).`,
  coupon_other_customer: (tags: string) => `This coupon is for customers with the tag ${tags}.`,
  permission_needed: (what: string) => `Not allowed without an approval: ${what}.`,
  pin_wait: (seconds: string) =>
    `Too many wrong PINs. Wait ${many(seconds, 'second', 'seconds')}.`,
  credit_exceeded: (amount: string) => `${amount} more than this customer may owe.`,
};
