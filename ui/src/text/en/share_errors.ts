// English: what went wrong with shares of goods.
import type { Code } from '../../api/error';

export const shareErrors = {
  share_not_keeper: 'Only the device that keeps the rest can do this.',
  share_not_open: 'Nothing of this is shared out.',
  share_nothing_left: 'This device has no share that could be taken back.',
  share_open: 'This device keeps the rest already.',
  share_own: 'This device has that already.',
  share_short: 'This device may not take so much: the rest belongs to other devices.',
} satisfies Partial<Record<Code, string>>;
