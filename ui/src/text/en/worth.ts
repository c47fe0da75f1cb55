// English: what goods are worth, what they cost, and what will be sold.
import { many } from '../many';

export const worth = {
  tabs: 'Parts of the page', overview: 'Overview', outlook: 'Value and forecast',
  title: 'Value', value: 'Value', quantity: 'Quantity', unit: 'Cost of one',
  method: 'Method', from: 'Cost from', sold: 'Sold so far', cost: 'What that cost',
  methods: { fifo: 'First in, first out', average: 'Moving average' } as Record<string, string>,
  layers: 'Layers of cost', came: 'Came in',
  short: (count: string) =>
    `${count} were sold before they came in. What they cost is known when they do.`,
  setting: 'Goods are valued', settingHint: 'Changes every figure at once, also of the past',
  costs: 'Cost of goods', lineCost: 'Cost', margin: 'Margin',
  costsOf: 'What the goods of this order cost', line: 'Line',
  provisional: 'provisional',
};

export const forecast = {
  title: 'Forecast', chart: 'Sold by week, and the weeks to come', next: 'Next 4 weeks',
  cover: 'Lasts for', coverLong: (weeks: string) => `more than ${many(weeks, 'week', 'weeks')}`,
  days: (count: string) => many(count, 'day', 'days'),
  weeks: (count: string) => many(count, 'week', 'weeks'),
  method: 'Method', error: 'Error (MASE)', naive: 'Error of the naive forecast',
  history: 'History', tried: 'Tried on the past', errorShort: 'Error', perWeek: 'Off by, a week',
  none: 'Nothing has been sold yet.',
  short: 'The history is too short to try methods on: the mean of its weeks is shown.',
  explained: (count: string) => `Each method forecast four weeks from ${count} weeks of the past. `
    + '100 % is the error of saying that next week will be like this one.',
  methods: {
    naive: 'Like the last week', average: 'Mean of the last weeks',
    smoothing: 'Exponential smoothing', croston: 'Croston', croston_sba: 'Croston, corrected',
    seasonal: 'Like a year ago',
  } as Record<string, string>,
};
