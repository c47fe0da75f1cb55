// English: exchange rates, and orders in other currencies.
export const rates = {
  none: 'No rate is kept: orders are in the currency of the book alone.',
  title: 'Exchange rates', currency: 'Currency',
  text: (own: string) => `What one unit of another currency is worth in ${own}, from a day on. An `
    + 'order keeps the rate of its day.',
  rate: (own: string) => `Rate in ${own}`, from: 'From', source: 'Source', add: 'Add a rate',
  remove: 'Remove',
  worth: (own: string) => `Worth in ${own}`,
  at: (rate: string, day: string, source: string) =>
    [rate, day, source].filter(Boolean).join(' · '),
  cash: (amount: string, own: string) => `${amount} ${own} in cash`,
  notes: (given: string, amount: string) => `${given}, taken for ${amount}`,
  paid: (amount: string, own: string) => `worth ${amount} ${own}`,
};
