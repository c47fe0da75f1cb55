// English: the screens of orders, products and customers, and the way between screens.
import { many } from '../many';

export const nav = {
  today: 'Today', counter: 'Counter', orders: 'Orders', products: 'Products',
  customers: 'Customers', reports: 'Reports', imports: 'Import', settings: 'Settings',
  start: 'Books',
  attention: (count: string) => `${count} need a person`,
};

export const kinds = { order: 'Order', product: 'Product', customer: 'Customer' };

export const timeline = { title: 'Timeline' };

export const today = {
  title: 'Today',
  taken: 'Taken with tax',
  orders: 'Orders',
  toShip: 'To ship',
  toPay: 'To be paid',
  lowStock: 'Below reorder point',
  up: (change: string, weekday: string) => `▲ ${change} on last ${weekday}`,
  down: (change: string, weekday: string) => `▼ ${change} on last ${weekday}`,
  same: (weekday: string) => `as last ${weekday}`,
  noneBefore: (weekday: string) => `nothing last ${weekday}`,
  before: (figure: string, weekday: string) => `${figure} last ${weekday}`,
  late: (count: string) => `${count} over 24 h`,
  inTime: 'all in time',
  drafts: (count: string) => many(count, 'draft', 'drafts'),
  outOfStock: (count: string) => `${count} out of stock`,
  weeks: (currency: string) => `Net sales, last 8 weeks (${currency})`,
  weeksTable: 'The same figures as a table',
  week: 'Week of',
  thisYear: 'these weeks',
  lastYear: 'a year before',
  states: 'Orders by state',
  needsPerson: 'Needs a person',
  nothingNeeds: 'Nothing. Every order and every product agrees with itself.',
  low: 'Low stock',
  nothingLow: 'Nothing is below its reorder point.',
  reorderAt: (figure: string) => `reorder at ${figure}`,
  look: 'Look',
  noSales: 'No sales on this day.',
  showsLastDay: (day: string) => `Showing ${day}, the last day with sales`,
  day: 'Day',
  emptyTitle: 'The day begins',
  emptyText: 'Takings, open work and low stock of the day stand here as soon as there is an order.',
};

export const orders = {
  title: 'Orders',
  new: 'New order',
  number: 'Order', externalId: 'Foreign number', placed: 'Placed', customer: 'Customer',
  channel: 'Channel', items: 'Items', total: (currency: string) => `Total, ${currency}`,
  paid: (currency: string) => `Paid, ${currency}`, payment: 'Payment', fulfilment: 'Fulfilment',
  state: 'State', kind: 'Kind', country: 'Country', day: 'Day', lines: 'Lines',
  count: (count: string) => many(count, 'order', 'orders'),
  emptyTitle: 'No orders yet',
  emptyText: 'Every sale, draft and return stands here, from whichever channel it came.',
  emptyFilteredTitle: 'No order answers to this',
  emptyFilteredText: 'Take a filter away, or type less.',
  import: 'Import a file',
  hold: 'On hold',
  productFilter: 'Product', customerFilter: 'Customer', runFilter: 'Import',
  thisOne: 'this one',
};

export const order = {
  placedAt: (when: string) => `Placed ${when}`,
  draftedAt: (when: string) => `Draft of ${when}`,
  product: 'Product', ordered: 'Ordered', shipped: 'Shipped', unit: 'Unit', discount: 'Discount',
  tax: 'Tax', total: 'Total', onHand: 'On hand', available: 'Available', price: 'Price',
  quantity: 'Quantity',
  linesTotal: 'Lines', orderDiscount: (rate: string) => `Discount ${rate}`, net: 'Net',
  totalIn: (currency: string) => `Total ${currency}`,
  included: (tax: string) => `incl. ${tax}`,
  paid: 'Paid', refunded: 'Refunded', due: 'Due', owed: 'Owed to the customer',
  payments: 'Payments', shipments: 'Shipments', method: 'Method', reference: 'Reference',
  noPayments: 'Nothing paid yet.', noShipments: 'Nothing shipped yet.',
  itemCount: (count: string) => many(count, 'item', 'items'),
  customer: 'Customer', noCustomer: 'No customer',
  customerOrders: (orders: string, revenue: string) =>
    `${many(orders, 'order', 'orders')} · ${revenue}`,
  balance: (amount: string) => `balance ${amount}`,
  note: 'Note', channel: 'Channel', country: 'Country', externalId: 'Foreign number',
  cancelReason: 'Reason', service: 'Service', run: 'Import',
  short: 'short', cancelled: (count: string) => `${count} cancelled`,
};

export const orderDialogs = {
  payTitle: 'Take payment', payAmount: 'Amount', payMethod: 'Method', payReference: 'Reference',
  payDue: (amount: string) => `${amount} is due`,
  payDone: (amount: string, number: string) => `${amount} received for ${number}`,
  pay: 'Take payment',
  fulfilTitle: 'Ship', fulfilQuantity: 'To ship', fulfilOpen: 'Open', carrier: 'Carrier',
  tracking: 'Tracking number', fulfil: 'Ship', fulfilDone: (number: string) => `${number} shipped`,
  nothingToShip: 'Type how much of at least one line is shipped.',
  cancelTitle: (number: string) => `Cancel ${number}?`,
  cancelText: 'Nothing more is shipped, and what was allocated is free again. '
    + 'The order stays in the book as cancelled.',
  cancelPaid: (amount: string) => `${amount} has been paid and will be owed to the customer.`,
  cancelQuantity: 'To cancel', nothingToCancel: 'Type how much of at least one line is cancelled.',
  cancelPartText: 'The rest of the order stays.', cancelTotal: 'Total after it',
  calledOff: (number: string) => `Part of ${number} cancelled`,
  cancelReason: 'Reason', cancel: 'Cancel order', cancelPart: 'Cancel this part',
  cancelDone: (number: string) => `${number} cancelled`,
  refundTitle: 'Refund', refundReason: 'Reason', refund: 'Refund',
  refundOwed: (amount: string) => `${amount} is owed to the customer`,
  refundPaid: (amount: string) => `${amount} has been paid`,
  refundDone: (amount: string, number: string) => `${amount} refunded for ${number}`,
  discardTitle: (number: string) => `Discard draft ${number}?`,
  discardText: 'The draft leaves the lists. Its entries stay in the journal.',
  discard: 'Discard draft', discardDone: 'Draft discarded',
  duplicateDone: 'A new draft with the same lines',
  repeated: (number: string) =>
    `${number}, less than a day old, has the same lines for this customer.`,
  placeDone: (number: string) => `${number} placed`,
  draftDone: (number: string) => `${number} saved as draft`,
};

export const editor = {
  newTitle: 'New order',
  editTitle: (number: string) => `Draft ${number}`,
  customer: 'Customer', customerHint: 'Name, number or mail address; empty for no customer',
  channel: 'Channel', country: 'Country', countryHint: 'Two letters, such as GB',
  note: 'Note', discount: 'Discount on everything',
  addProduct: 'Add a product: scan, or type a name or SKU',
  product: 'Product', quantity: 'Quantity', price: 'Price', lineDiscount: 'Discount',
  total: 'Total', available: 'Available', remove: 'Remove the line',
  addService: 'Add a service line', serviceTitle: 'What for',
  noLines: 'The first line comes with the first product. Type above; Enter takes the first hit.',
  place: 'Place order', draft: 'Save draft',
  leaveTitle: 'Leave this order?',
  leaveText: 'It has not been saved.',
  lineNumber: (field: string, line: string) => `${field}, line ${line}`,
};

export const products = {
  title: 'Products', new: 'New product',
  sku: 'SKU', name: 'Title', category: 'Category',
  price: (currency: string) => `Price, ${currency}`,
  cost: (currency: string) => `Cost, ${currency}`, tax: 'Tax', onHand: 'On hand',
  allocated: 'Allocated', available: 'Available', reorder: 'Reorder at', sold: 'Sold',
  revenue: (currency: string) => `Revenue, ${currency}`, service: 'Service', archived: 'Archived',
  count: (count: string) => many(count, 'product', 'products'),
  emptyTitle: 'No products yet',
  emptyText: 'What is sold stands here, with its price and its stock.',
  emptyFilteredTitle: 'No product answers to this',
  emptyFilteredText: 'Take a filter away, or type less.',
  low: 'Low stock', stocked: 'Stocked', showArchived: 'Archived',
};

export const product = {
  stock: 'Stock', location: 'Place', onHand: 'On hand', allocated: 'Allocated',
  available: 'Available', movements: 'Movements', when: 'When', what: 'What', from: 'From',
  to: 'To', change: 'Change', after: 'On hand after', months: 'Revenue by month, last two years',
  units: (count: string) => `${count} sold`, facts: 'Facts',
  barcodes: 'Barcodes', unit: 'Unit', note: 'Note', cost: 'Cost', price: 'Price', tax: 'Tax',
  category: 'Category', reorderPoint: 'Reorder at', reorderTo: 'Order up to',
  orders: 'Orders with this product',
  noMovements: 'Nothing has moved yet.',
  editTitle: (name: string) => `Edit ${name}`, newTitle: 'New product',
  created: (sku: string) => `${sku} created`, saved: (sku: string) => `${sku} saved`,
  barcodesHint: 'Several with a blank between them',
  serviceHint: 'Postage, fees and work: nothing is kept in stock',
  archivedDone: (sku: string) => `${sku} archived`, backDone: (sku: string) => `${sku} is back`,
  adjustTitle: (name: string) => `Adjust stock of ${name}`,
  adjustBy: 'Change by', adjustTo: 'Counted', adjustHow: 'How',
  adjustCost: 'Cost of one', adjustCostHint: 'If what was found cost something else than usual.',
  adjustChange: 'Change by a quantity', adjustCount: 'Counted on the shelf',
  reason: 'Reason', reasonHint: 'Damaged, found, stocktake…', adjust: 'Adjust stock',
  adjustDone: (sku: string) => `Stock of ${sku} adjusted`,
  adjustPreview: (before: string, after: string) => `On hand ${before} → ${after}`,
};

export const customers = {
  title: 'Customers', new: 'New customer',
  name: 'Name', code: 'Number', country: 'Country', email: 'E-mail', phone: 'Phone',
  orders: 'Orders', revenue: (currency: string) => `Revenue, ${currency}`,
  balance: (currency: string) => `Balance, ${currency}`, first: 'First order', last: 'Last order',
  count: (count: string) => many(count, 'customer', 'customers'),
  emptyTitle: 'No customers yet',
  emptyText: 'Who buys stands here, with their orders and what they are worth.',
  emptyFilteredTitle: 'No customer answers to this',
  emptyFilteredText: 'Take a filter away, or type less.',
  tag: 'Tag', archived: 'Archived', erased: 'Erased',
  erasedName: (end: string) => `Erased customer ${end}`,
  showArchived: 'Archived',
};

export const customer = {
  revenue: 'Revenue', orders: 'Orders', average: 'Average order', balance: 'Balance',
  since: (day: string) => `Customer since ${day}`, lastOrder: (day: string) => `last order ${day}`,
  never: 'No order yet', ordersTitle: 'Orders', facts: 'Contact',
  address: 'Address', street: 'Street', postalCode: 'Postal code', city: 'City',
  region: 'Region', country: 'Country', company: 'Company', tags: 'Tags',
  tagsHint: 'Several with a comma between them', taxNumber: 'Tax number', note: 'Note',
  months: 'Revenue by month, last two years',
  newTitle: 'New customer', editTitle: (name: string) => `Edit ${name}`,
  created: (name: string) => `${name} created`, saved: (name: string) => `${name} saved`,
  eraseTitle: (name: string) => `Erase ${name}?`,
  eraseText: 'Name, address, contacts and notes are removed from the book and from its journal. '
    + 'This cannot be undone.',
  eraseKeeps: (orders: string) =>
    `${many(orders, 'order keeps its', 'orders keep their')} amounts under a pseudonym: `,
  erase: 'Erase for ever', eraseDone: 'Personal data erased',
  erasedNote: 'Personal data of this customer was erased.',
  emptyOrders: 'No order yet.',
};
