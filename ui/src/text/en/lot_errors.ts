// English: what went wrong with lots and serial numbers.
import type { Code } from '../../api/error';

export const lotErrors = {
  label_malformed: 'This label breaks off, or says something that cannot be.',
  lot_expired: 'The last day of this lot is over: it is not sold.',
  lot_needed: 'Say which lot: the book cannot know it.',
  lot_not_sent: 'This lot is not under way with this transfer.',
  lot_not_shipped: 'This did not go out with this order.',
  lot_unknown: 'There is no such lot.',
  lots_differ: 'The lots do not add up to the quantity.',
  more_than_lies_there: 'So much of it does not lie there.',
  product_not_tracked: 'The goods of this product are not told apart.',
  serial_is_here: 'A piece with this number is here already.',
  serial_is_one_piece: 'A serial number stands for one whole piece.',
  serial_needed: 'Say the serial number of each piece.',
} satisfies Partial<Record<Code, string>>;
