// English: what becomes of an order besides being sold: changes, quotes, notes, files.
import { many } from '../many';

export const changes = {
  title: 'Changes', of: (number: string) => `Change ${number}`,
  change: 'Change', save: 'Save the change', saved: (number: string) => `${number} changed`,
  leaveTitle: 'Leave this change?', leaveText: 'It has not been saved.',
  before: 'Total before', after: 'Total now', more: 'Difference',
  due: 'Then due', owed: 'Then owed to the customer', settled: 'Nothing is due',
  none: 'Nothing is changed yet.', what: 'What changes',
  reason: 'Reason', reference: 'Customer’s reference', shipTo: 'Ship to',
  shipToHint: 'Name and address, line by line; empty for the customer’s own',
  quantity: (from: string, to: string) => `${from} → ${to}`,
  price: (from: string, to: string) => `unit ${from} → ${to}`,
  discount: (from: string, to: string) => `discount ${from} → ${to}`,
  added: (count: string) => `${count} added`, removed: 'taken out',
  stock: (count: string) => `${many(count, 'item', 'items')} of stock`,
  fields: {
    customer: 'Customer', country: 'Country', reference: 'Customer’s reference',
    discount_ppm: 'Discount on everything', note: 'Note', ship_to: 'Ship to',
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
