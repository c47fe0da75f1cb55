// English: store credit and gift cards.
import { many } from '../many';

export const moveNames = {
  spent: 'Spent', refunded: 'Refunded to it', sold: 'Sold or topped up', returned: 'Came back',
  by_hand: 'By hand', paid_out: 'Paid out', replaced: 'Moved to the new card',
};

export const credit = {
  title: 'Store credit', none: 'There is no credit and there never was.', balance: 'Balance',
  moves: 'Movements', when: 'When', what: 'What', about: 'About', amount: 'Amount',
  after: 'Then there', more: 'Older movements are in the journal.',
  give: 'Give credit', giveTitle: (name: string) => `Store credit of ${name}`,
  giveText: 'What is given is owed to the customer until it is spent or paid out.',
  giveHint: 'Below zero takes back, at most what there is.', reason: 'Reason',
  given: (amount: string) => `${amount} of credit booked`,
  payOut: 'Pay out', payOutTitle: (name: string) => `Pay credit of ${name} out`,
  method: 'How', paidOut: (amount: string) => `${amount} paid out`,
  has: (amount: string) => `Store credit (${amount})`,
  left: (amount: string) => `${amount} left`,
};

export const giftCards = {
  title: 'Gift cards', one: 'Gift card', new: 'Card without a sale', code: 'Code',
  count: (count: string) => many(count, 'card', 'cards'),
  noneFoundTitle: 'No card has such a code', noneFoundText: 'Try the last digits alone.',
  state: 'State', issued: 'Issued', expires: 'Last day', never: 'Never expires',
  expiresHint: 'Empty: it never expires', balance: 'On it',
  states: { active: 'Can be spent', blocked: 'Blocked', replaced: 'Replaced', expired: 'Expired' },
  rule: 'A card that is sold is no revenue and bears no tax; both arise when it is spent '
    + '(Directive (EU) 2016/1065: multi-purpose vouchers). Until then the shop owes what is on it.',
  emptyTitle: 'No gift cards yet',
  emptyText: 'Cards are sold at the counter. One of an earlier system, or a present, is put in '
    + 'here.',
  newText: 'For a card of an earlier system, or a present. One that is paid for is sold at the '
    + 'counter.',
  amount: 'Amount', reason: 'Reason', saved: (code: string) => `Card ${code} saved`,
  codeHint: 'Printed on the card, or the one proposed here',
  block: 'Block', blockTitle: (code: string) => `Block card ${code}`,
  blockText: 'It cannot be spent until it is found again. What is on it stays.',
  blocked: (code: string) => `Card ${code} is blocked`,
  unblock: 'Lift the block', unblocked: (code: string) => `Card ${code} can be spent again`,
  replace: 'Replace', replaceTitle: (code: string) => `Replace card ${code}`,
  replaceText: (amount: string) => `${amount} moves to the new card, and this one is void.`,
  replaced: (code: string) => `Card ${code} took its place`,
  replacedBy: (code: string) => `Replaced by ${code}`,
  adjust: 'Book by hand', adjustTitle: (code: string) => `Book on card ${code}`,
  adjustHint: 'Below zero takes off, at most what there is.',
  adjusted: (code: string) => `Booked on card ${code}`,
  change: 'Last day', changeTitle: (code: string) => `Last day of card ${code}`,
  sell: 'Gift card', sellText: 'Scan the card, or hand over the code on the receipt.',
  sellAmount: 'Value', put: 'Put in the cart',
  pay: 'Scan or type the code of the card',
  payText: 'It pays what is on it, at most what is due.', giveText: 'What is owed goes on it.',
  holds: (code: string, amount: string) => `Card ${code} holds ${amount}`,
  line: (code: string) => `card ${code}`,
};
