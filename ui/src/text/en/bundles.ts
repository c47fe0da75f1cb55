// English: bundles.

export const bundles = {
  title: 'Made of', chip: 'Bundle', none: 'Nothing yet.',
  each: 'In one', there: 'On hand', free: 'Available', enough: 'Enough for',
  least: 'fewest', sum: (count: string) => `Enough for ${count} in all`,
  partOf: 'Part of', quantity: 'Quantity', component: 'Component', add: 'Add a component',
  remove: 'Take out', saved: 'Components saved', gone: 'No bundle any more',
  hint: 'It is sold as one line at a price of its own and takes its goods from these. '
    + 'Orders that are placed keep what they were made of.',
  contains: (parts: string) => `contains ${parts}`,
  dialog: (sku: string) => `What ${sku} is made of`,
};
