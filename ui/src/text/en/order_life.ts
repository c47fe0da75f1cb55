// English: what becomes of an order besides being sold: changes, quotes, notes, files.

export const changes = {
  title: 'Changes', of: (number: string) => `Change ${number}`,
  change: 'Change', save: 'Save the change', saved: (number: string) => `${number} changed`,
  leaveTitle: 'Leave this change?', leaveText: 'It has not been saved.',
  before: 'Total before', after: 'Total now', more: 'Difference',
  due: 'Then due', owed: 'Then owed to the customer',
  none: 'Nothing is changed yet.', what: 'What changes',
  reason: 'Reason', reference: 'Customer’s reference', shipTo: 'Ship to',
  shipToHint: 'Name and address, line by line; empty for the customer’s own',
  quantity: (from: string, to: string) => `${from} → ${to}`,
  price: (from: string, to: string) => `unit ${from} → ${to}`,
  discount: (from: string, to: string) => `discount ${from} → ${to}`,
  added: (count: string) => `${count} added`, removed: 'taken out',
  fields: {
    customer: 'Customer', country: 'Country', reference: 'Customer’s reference',
    discount_ppm: 'Discount on everything', note: 'Note', ship_to: 'Ship to',
    sales_person: 'Sales person', promised: 'Promised for',
  } as Record<string, string>,
  takeBack: 'Take back', takeBackTitle: (number: string) => `Take back the change of ${number}?`,
  takeBackText: 'The order is again what it was before. Both changes stay in its history.',
  takenBack: 'taken back', backDone: (number: string) => `Change of ${number} taken back`,
  outdated: (number: string) =>
    `${number} says other amounts than the order now. It stays as it was issued: correct it with `
    + 'a credit note and a new invoice.',
  willOutdate: (number: string) =>
    `${number} has been issued and will not change: after this it has to be corrected.`,
};

export const orderLife = {
  waits: 'Waits', late: 'Late', backordered: 'On backorder', tag: 'Tag',
  salesPerson: 'Sales person', promised: 'Promised for',
  tags: 'Tags', tagsHint: 'Several with a comma between them', tagsSave: 'Save the tags',
  tagsTitle: (number: string) => `Tags of ${number}`,
  tagged: (number: string) => `Tags of ${number} saved`,
  quoteTitle: 'Quote this order', quoteText: 'It stands until the end of this day. Nothing is set '
    + 'aside for it until it is placed.',
  validUntilLabel: 'Valid until', quote: 'Quote', quoted: (number: string) => `${number} is quoted`,
  declineTitle: 'Is the quote not wanted?', declineReason: 'Reason', decline: 'Not wanted',
  declined: (number: string) => `${number} was declined`,
  validUntil: (day: string) => `valid until ${day}`, expired: (day: string) => `expired ${day}`,
  revised: 'written anew, not quoted again', lateBy: (day: string) => `late since ${day}`,
  due: (day: string) => `for ${day}`,
  reopened: (number: string) => `${number} is open again`,
  shippedThere: (number: string) => `What was there of ${number} is shipped`,
};

export const swap = {
  title: (number: string) => `Exchange goods of ${number}`, back: 'Comes back',
  forThem: 'Is taken for it', taken: 'Taken for it', pay: 'To be paid', giveBack: 'To give back',
  handedOver: 'The new goods are handed over now', method: 'The difference by',
  open: 'Stays open', save: 'Exchange', done: (number: string) => `Goods of ${number} exchanged`,
};

export const inbox = {
  title: 'Needs a person', all: 'Show all', none: 'Nothing needs a person',
  noneText: 'Every order and every product agrees with itself.',
  owner: 'Who looks after it', note: 'Note', assign: 'Assign', nobody: 'Nobody yet',
  ownerHint: 'Empty: nobody', assignTitle: (what: string) => `Who looks after ${what}?`,
  assigned: (what: string, who: string) => `${who} looks after ${what}`,
  freed: (what: string) => `Nobody looks after ${what} now`, record: 'Open',
  reasons: {
    oversold: 'More is promised to customers than there is.',
    below_zero: 'More went out than the book knew of.',
    lot_below_zero: 'More of a lot went out than came in: another was meant, or both devices '
      + 'took the last of it.',
    serial_here_twice: 'Two pieces with one serial number are here: one of them was misread.',
    sku_claimed_twice: 'Several products have this SKU.',
    barcode_claimed_twice: 'Several products have this barcode.',
    shipped_after_cancel: 'Goods went out although they had been called off.',
    paid_after_cancel: 'Money came in although the order had been cancelled.',
    shipped_too_much: 'More was shipped than is ordered.',
    returned_too_much: 'More came back than went out: two credit notes for the same goods.',
    fields_apart: 'Two devices set these differently without knowing of each other, and the '
      + 'later word holds. '
      + 'Look whether it is right.',
    edited_apart: 'Two devices changed it without knowing of each other. Look at its lines and '
      + 'save them once.',
    on_hold: 'It is not shipped until somebody lifts the hold.',
    credit_overdrawn: 'Two devices spent the same credit. Let the customer pay, or give it.',
    gift_card_overdrawn: 'Two devices spent what was on the card. Book what is missing by hand.',
    points_overdrawn: 'Two devices redeemed the same points. Book what is missing, or let '
      + 'it be earned.',
    loyalty_card_claimed_twice: 'Several customers have this card.',
  } as Record<string, string>,
  settled: (what: string) => `${what}: It stays as it is`,
  fieldNames: {
    title: 'Title', sku: 'SKU', category: 'Category', unit_price_micro: 'Price',
    cost_micro: 'Cost', tax: 'Tax', service: 'Service', barcodes: 'Barcodes', unit: 'Unit',
    note: 'Note', reorder_point_milli: 'Reorder point', reorder_to_milli: 'Order up to',
    safety_milli: 'Safety stock', safety_at: 'Safety stock by place', packs: 'Packs',
    weight_g: 'Weight', archived: 'Out of use', tracking: 'Lots',
    name: 'Name', email: 'E-mail', phone: 'Phone', address: 'Address', company: 'Company',
    country: 'Country', code: 'Code', tags: 'Tags', price_list: 'Price list',
    payment_days: 'Payment terms', credit_limit_minor: 'Credit limit',
    tax_exemption: 'Tax exemption', tax_number: 'Tax number', tax_certificate: 'Certificate',
    loyalty_card: 'Loyalty card',
  } as Record<string, string>,
  ways: {
    waiting: 'Orders that wait', transfer: 'Bring it from another place',
    product: 'Count the stock', edit: 'Give it another',
    reopen: 'Reopen', refund: 'Refund', receive_return: 'Take back', change: 'Look at the lines',
    release: 'Lift the hold', give_points: 'Book the points', other_card: 'Give another card',
    edit_record: 'Change it',
    settle: 'It is right',
    give_credit: 'Give the credit', adjust_card: 'Book by hand',
  } as Record<string, string>,
};

export const files = {
  title: 'Files', add: 'Add a file', added: (name: string) => `${name} added`,
  save: 'Save', saveOne: (name: string) => `Save ${name}`,
  remove: 'Remove', removeOne: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed`, erased: 'Erased file',
  elsewhere: 'on another device', size: (count: string) => `${count} KB`,
};

export const notes = {
  title: 'Notes of the shop', add: 'Another note', save: 'Keep the note',
};
