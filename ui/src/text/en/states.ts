// English: states of orders, payments, shipments; channels, methods and what happened when.
import { many } from '../many';

export const states = {
  draft: 'Draft', quoted: 'Quoted', declined: 'Declined',
  placed: 'Placed', closed: 'Closed', cancelled: 'Cancelled',
  unpaid: 'Unpaid', part_paid: 'Part paid', paid: 'Paid', credit_owed: 'Credit owed',
  part_refunded: 'Part refunded', refunded: 'Refunded', void: 'Void',
  unfulfilled: 'Unfulfilled', allocated: 'Allocated', part_shipped: 'Part shipped',
  shipped: 'Shipped', delivered: 'Delivered', on_hold: 'On hold', returned: 'Returned',
  none: 'Nothing to ship',
  sale: 'Sale', return: 'Return', adjustment: 'Adjustment', write_off: 'Write-off',
  running: 'Running', done: 'Done', failed: 'Failed', undone: 'Undone',
};

export const channels = {
  counter: 'Counter', phone: 'Phone', web: 'Web', mail: 'Mail', marketplace: 'Marketplace',
  import: 'Import',
};

export const methods = {
  cash: 'Cash', card: 'Card', bank: 'Bank transfer', other: 'Other',
  store_credit: 'Store credit', gift_card: 'Gift card',
};

/** Where goods are that are in no place of the book. */
export const places = {
  customer: 'Customer', supplier: 'Supplier', adjustment: 'Adjustment', scrap: 'Scrap',
  transit: 'On the way', opening: 'Opening stock',
};

export const exceptions = {
  oversold: 'Oversold',
  below_zero: 'Below zero',
  sku_claimed_twice: 'SKU claimed twice',
  barcode_claimed_twice: 'Barcode claimed twice',
  paid_after_cancel: 'Paid after cancel',
  shipped_after_cancel: 'Shipped after cancel',
  number_claimed_twice: 'Number claimed twice',
  shipped_too_much: 'Shipped more than ordered',
  returned_too_much: 'Returned more than shipped',
  edited_apart: 'Changed twice at once',
  on_hold: 'On hold',
  credit_overdrawn: 'Credit overdrawn',
  gift_card_overdrawn: 'Gift card overdrawn',
  points_overdrawn: 'Points overdrawn',
  loyalty_card_claimed_twice: 'Loyalty card twice',
  other: 'Look at this',
};

/** What happened, by the kind of the entry; the figures come ready to be read. */
export const happened = {
  'order.drafted': 'Draft made',
  'order.amended': 'Changed',
  'order.placed': 'Placed',
  'order.sold': 'Sold at the counter',
  'order.imported': 'Imported',
  'order.paid': 'Payment received',
  'order.refunded': 'Refunded',
  'order.fulfilled': 'Shipped',
  'order.delivered': 'Arrived',
  'order.cancelled': 'Cancelled',
  'order.called_off': 'Called off in part',
  'order.return_requested': 'Return announced',
  'order.returned': 'Goods came back',
  'order.quoted': 'Quoted',
  'order.declined': 'Quote declined',
  'order.tagged': 'Tags changed',
  'order.reopened': 'Reopened',
  'order.assigned': 'Looked after',
  'product.assigned': 'Looked after',
  'order.noted': 'Note written',
  'order.attached': 'File added',
  'order.detached': 'File removed',
  'order.edited': 'Changed after placing',
  'order.taken_back': 'Change taken back',
  'order.held': 'Put on hold',
  'order.released': 'Hold lifted',
  'order.discarded': 'Draft discarded',
  'order.issued': 'Invoice issued',
  'order.withdrawn': 'Taken back with its import',
  'price_list.created': 'Price list created',
  'price_list.amended': 'Price list changed',
  'price_list.priced': 'Prices set',
  'promotion.created': 'Promotion created',
  'promotion.amended': 'Promotion changed',
  'product.created': 'Product created',
  'product.amended': 'Product changed',
  'product.withdrawn': 'Taken back with its import',
  'stock.adjusted': 'Stock adjusted',
  'stock.withdrawn': 'Taken back with its import',
  'customer.created': 'Customer created',
  'customer.amended': 'Customer changed',
  'customer.erased': 'Personal data erased',
  'customer.withdrawn': 'Taken back with its import',
  'customer.credited': 'Store credit booked',
  'customer.paid_out': 'Store credit paid out',
  'customer.points_adjusted': 'Points booked by hand',
  'audit.approved': 'Approved',
  'customer.assigned': 'Looked after',
  'gift_card.issued': 'Issued',
  'gift_card.amended': 'Last day changed',
  'gift_card.blocked': 'Blocked',
  'gift_card.unblocked': 'Block lifted',
  'gift_card.replaced': 'Replaced',
  'gift_card.adjusted': 'Booked by hand',
  'gift_card.assigned': 'Looked after',
};

export const happenedWith = {
  items: (count: string) => many(count, 'item', 'items'),
  amount: (amount: string) => amount,
  reason: (reason: string) => reason,
  approvedBy: (name: string) => `by ${name}`,
  points: (count: string) => many(count, 'point', 'points'),
  by: (actor: string, device: string) => [actor, device].filter(Boolean).join(' · '),
};

export const jobNames: Record<string, string> = {
  'book.sample': 'Setting up the sample shop',
  'book.verify': 'Verifying the book',
  'book.rebuild': 'Rebuilding the book',
  'book.backup': 'Backing up the book',
  'orders.batch': 'With many orders',
  'customers.repair_countries': 'Countries become codes',
  'documents.batch_statements': 'Making statements of account',
  'imports.run': 'Importing',
  'imports.undo': 'Taking the import back',
  'sync.run': 'Syncing',
  'sync.connect': 'Connecting',
  'sync.join': 'Joining the book',
  'sync.invite': 'Fetching a code',
  'sync.revoke': 'Revoking the device',
  'training.start': 'Making a copy to practise on',
};

export const jobs = {
  progress: (done: string, total: string, unit: string) => `${done} of ${total} ${unit}`,
  counted: (done: string, unit: string) => `${done} ${unit}`,
  remaining: (span: string) => `about ${span} left`,
  cancel: 'Cancel',
  cancelled: 'Cancelled',
  failed: 'Failed',
  units: {
    rows: 'rows', documents: 'documents', orders: 'orders', entries: 'entries', pages: 'pages',
    checks: 'checks', bytes: 'bytes', steps: 'steps', records: 'records',
    customers: 'customers',
  } as Record<string, string>,
};
