// English: bundles.

export const bundles = {
  title: 'Made of', chip: 'Bundle', none: 'Nothing yet.',
  each: 'In one', there: 'On hand', free: 'Available', enough: 'Enough for',
  least: 'fewest',
  partOf: 'Part of', quantity: 'Quantity', component: 'Component', add: 'Add a component',
  remove: 'Take out', saved: 'Components saved', gone: 'No bundle any more',
  hint: 'It is sold as one line at a price of its own. '
    + 'Orders that are placed keep what they were made of.',
  kind: 'Where its goods lie', virtual: 'With its components, until it is sold',
  movement: 'Bundle assembly',
  assembled: 'By itself: put together beforehand',
  assembleTitle: (sku: string) => `Put together or take apart: ${sku}`,
  how: 'What is done', together: 'Put together', apart: 'Take apart', howMany: 'How many',
  togetherDone: (count: string, sku: string) => `${count} × ${sku} put together`,
  apartDone: (count: string, sku: string) => `${count} × ${sku} taken apart`,
  contains: (parts: string) => `contains ${parts}`,
  dialog: (sku: string) => `What ${sku} is made of`,
};
