// English: lots, serial numbers and last days, and who bought what.
import { many } from '../many';

export const lots = {
  title: 'Lots', lot: 'Lot', serial: 'Serial number', serials: 'Serial numbers',
  tracking: 'Goods are told apart', trackingHint: 'What is there already lies without a lot until '
    + 'somebody names it.',
  kinds: { none: 'Not at all', lot: 'By lot, with a last day', serial: 'By serial number' },
  quantity: 'Quantity', rest: 'the rest', expires: 'Good until', came: 'Came',
  until: (day: string) => `good until ${day}`, expired: 'Expired', onHand: 'On hand',
  where: 'Where', loose: 'Without a lot', none: 'No lot lies here.',
  left: (quantity: string) => `${quantity} without a lot`,
  tooMany: (quantity: string) => `${quantity} too many`,
  name: 'Name lots', nameTitle: (what: string) => `Which lots of ${what} lie here?`,
  nameText: (quantity: string) => `${quantity} lie here without a lot.`,
  named: (sku: string) => `Lots of ${sku} named`, place: 'Place',
  date: 'Change the last day', dated: (lot: string) => `${lot} has another last day`,
  recall: 'Who bought it', recallTitle: (lot: string, what: string) => `Lot ${lot}, ${what}`,
  serialTitle: (lot: string, what: string) => `${lot}, ${what}`,
  buyers: 'Who bought it', noBuyers: 'Nobody has bought any of it.', order: 'Order',
  customer: 'Customer', nobody: 'Not known', contact: 'Reached at', sold: 'Sold',
  returned: 'Returned', at: 'When', restTitle: 'Where the rest lies', nothing: 'Nothing is left.',
  origin: 'Where it came from and went', from: 'From', to: 'To', what: 'What moved it',
  cameIn: 'Came in', held: 'With customers', export: 'Buyers as CSV',
  exportTitle: 'Write who bought it', fileName: 'recall',
  exported: (path: string) => `Written: ${path}`,
  count: (count: string) => many(count, 'lot', 'lots'),
  suggested: 'First expired, first out; change what was taken instead.',
  policy: 'Goods whose last day is over',
  counterText: (what: string) => `Which of ${what} goes over the counter?`,
  take: 'Take these', needed: 'Lot needed',
};
