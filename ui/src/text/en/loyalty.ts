// English: the points programme.
export const pointsMoves = {
  earned: 'Earned', taken_back: 'Taken back', redeemed: 'Redeemed', given_back: 'Given back',
  by_hand: 'By hand', expired: 'Expired',
};

export const loyalty = {
  title: 'Points programme', points: 'Points', card: 'Loyalty card',
  cardHint: 'The code on it: scanned at the counter, it brings the customer to the cart',
  text: 'Customers earn points for goods that are paid and handed over, and redeem them for a '
    + 'discount. What comes back takes its points along. Orders keep the terms that they were '
    + 'agreed at.',
  enabled: 'Customers earn and redeem points',
  perUnit: (currency: string) => `Points for 1 ${currency}`,
  perUnitHint: 'With tax; rounded down once for each order',
  worth: 'What a point takes off', least: 'Redeem at least', leastHint: 'Points at once',
  expires: 'Expire after', expiresHint: 'Days; empty: never',
  earnsNothing: 'These ways of paying earn no points',
  rule: 'Redeemed points are a discount, taken last of all: they lower the tax, too. Gift cards '
    + 'and shipping earn nothing; goods that a gift card pays do.',
  balance: (count: string) => `${count} points`,
  worthOf: (amount: string) => `worth ${amount}`,
  ends: (count: string, day: string) => `${count} expire after ${day}`,
  none: 'No points yet.', moves: 'Movements of points', when: 'When', what: 'What',
  about: 'About', count: 'Points', after: 'Then there', until: 'Valid until',
  more: 'Older movements are in the journal.',
  adjust: 'Book points', adjustTitle: (name: string) => `Points of ${name}`,
  adjustHint: 'Below zero takes points, at most what there is.', reason: 'Reason',
  adjusted: (count: string) => `${count} points booked`,
  redeem: 'Redeem points', redeemHint: 'At least as many as the settings say',
  redeemLabel: 'Points to redeem',
  redeemed: (count: string) => `${count} points redeemed`,
  takeOff: 'Redeem none', earns: (count: string) => `Earns ${count} points`,
  earned: (count: string) => `${count} points earned`,
  chooseFirst: 'Points are a customer’s: scan the card, or choose the customer.',
  attached: (name: string) => `${name} is the customer`,
};
