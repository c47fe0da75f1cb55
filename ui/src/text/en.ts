// English: the language that defines which words there are. Every other language has the same keys,
// or it does not compile.
import { allocation } from './en/allocation';
import { batch } from './en/batch';
import { carriers, holds, lineGoods, returns, shipping } from './en/after_sale';
import { back, display, scales, tiles } from './en/at_till';
import { credit, giftCards, moveNames } from './en/credit';
import { custom } from './en/custom';
import { account, deals, detailed, priceLists, promotions } from './en/deals';
import { bulk, variants } from './en/catalogue';
import { counter, drawer, paper } from './en/till';
import { commands } from './en/commands';
import { common, fields, frame, grid, keySheet, palette } from './en/common';
import { errorKinds, errors } from './en/errors';
import {
  customer, customers, editor, kinds, nav, order, orderDialogs, orders, product, products,
  timeline, today,
} from './en/nouns';
import { imports } from './en/import_file';
import { bundles } from './en/bundles';
import { images } from './en/images';
import { labels } from './en/labels';
import { loyalty, pointsMoves } from './en/loyalty';
import {
  incoming, purchases, receiving, suggestions, suppliers, supply,
} from './en/purchasing';
import { rates } from './en/rates';
import { reports, settings, start } from './en/office';
import { changes, files, inbox, notes, orderLife, swap } from './en/order_life';
import { documents, papers, status } from './en/papers';
import { staff, training } from './en/staff';
import { countries, statements } from './en/statements';
import { adjustments, counts, locations, stock, transfers } from './en/stock';
import { shares } from './en/shares';
import { sync } from './en/sync';
import {
  channels, exceptions, happened, happenedWith, jobNames, jobs, methods, places, states,
} from './en/states';
import { tracking } from './en/tracking';
import { forecast, worth } from './en/worth';
import { lots } from './en/lots';

export const en = {
  common, fields, frame, grid, keySheet, palette, commands, errors, errorKinds, nav, kinds,
  timeline, today, orders, order, orderDialogs, editor, products, product, customers, customer,
  counter, drawer, paper, reports, settings, imports, start, states, channels, methods, exceptions,
  happened, happenedWith, jobNames, jobs, places, documents, holds, shipping, returns, lineGoods,
  carriers, changes, orderLife, inbox, swap, files, notes,
  account, deals, detailed, priceLists, promotions, back, scales, tiles, display, batch, papers,
  status, staff, training, rates, statements, countries, credit, giftCards, moveNames,
  loyalty, pointsMoves, worth, forecast, labels,
  variants, bulk, custom, bundles, allocation, images, lots,
  stock, locations, counts, transfers, adjustments,
  suppliers, supply, incoming, purchases, receiving, suggestions,
  sync, shares, tracking,
};

/** All words of the page. */
export type Text = typeof en;
