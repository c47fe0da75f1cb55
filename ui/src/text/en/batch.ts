// English: the same done with many orders.
import { many } from '../many';

const orders = (count: string) => many(count, 'order', 'orders');

export const batch = {
  chosen: (count: string) => `With ${count} selected`,
  listed: (count: string) => `With all ${count} listed`,
  actions: {
    place: 'Place', hold: 'Put on hold', release: 'Lift holds', allocate: 'Allocate', ship: 'Ship',
    invoice: 'Issue invoices', tag: 'Tag', pick_lists: 'Pick lists',
    export: 'Export as CSV',
  },
  titles: {
    place: (count: string) => `Place ${orders(count)}`,
    hold: (count: string) => `Put ${orders(count)} on hold`,
    release: (count: string) => `Lift the holds of ${orders(count)}`,
    allocate: (count: string) => `Allocate goods to ${orders(count)}`,
    ship: (count: string) => `Ship ${orders(count)}`,
    invoice: (count: string) => `Issue invoices for ${orders(count)}`,
    tag: (count: string) => `Tag ${orders(count)}`,
    pick_lists: (count: string) => `Pick lists of ${orders(count)}`,
    export: (count: string) => `Export ${orders(count)}`,
  },
  texts: {
    place: 'Drafts are agreed and numbered.',
    hold: 'They are not shipped until the hold is lifted.',
    release: 'Every hold on them is lifted.',
    allocate: 'Goods that are free are set aside for what waits, order by order.',
    ship: 'Everything that is open goes out.',
    invoice: 'An issued invoice has a number of its own and never changes again.',
    tag: 'Other tags stay.',
    pick_lists: 'One document, with the open goods of each order on pages of its own.',
    export: 'One table, with a row for each order.',
  },
  start: {
    place: 'Place', hold: 'Put on hold', release: 'Lift holds', allocate: 'Allocate', ship: 'Ship',
    invoice: 'Issue', tag: 'Change tags', pick_lists: 'Save the lists', export: 'Save the table',
  },
  printLists: 'Print the lists',
  wave: 'First a list of what all of them need together',
  inStock: 'Ship only what there are goods for',
  addTags: 'Put on', removeTags: 'Take off', tagsHint: 'Several with a comma between them',
  agreed: 'as agreed, or 14 days',
  previewing: 'Trying it out …',
  preview: 'What it would do',
  result: 'What it did',
  counts: {
    done: (count: string) => `${count} done`,
    wouldBeDone: (count: string) => `${count} would be done`,
    unchanged: (count: string) => `${count} with nothing to do`,
    refused: (count: string) => `${count} refused`,
    wouldBeRefused: (count: string) => `${count} would be refused`,
    left: (count: string) => `${count} not looked at`,
  },
  outcomes: { done: 'Done', unchanged: 'Nothing to do', refused: 'Refused' },
  order: 'Order', customer: 'Customer', outcome: 'Result', why: 'Why',
  firstOnly: (count: string, of: string) => `The first ${count} of ${of}`,
  again: (count: string) => `Try ${orders(count)} again`,
  saveTitle: { pick_lists: 'Save the pick lists', export: 'Save the table' },
  fileName: { pick_lists: 'pick-lists', export: 'orders' },
  ended: (done: string, refused: string) => `${orders(done)} done, ${refused} refused`,
  show: 'Show',
};
