// Deutsch: dieselben Schlüssel wie Englisch, sonst übersetzt es nicht.
import type { Text } from './en';
import { allocation } from './de/allocation';
import { batch } from './de/batch';
import { carriers, holds, lineGoods, returns, shipping } from './de/after_sale';
import { back, display, scales, tiles } from './de/at_till';
import { credit, giftCards, moveNames } from './de/credit';
import { custom } from './de/custom';
import { account, deals, detailed, priceLists, promotions } from './de/deals';
import { bulk, variants } from './de/catalogue';
import { counter, drawer, paper } from './de/till';
import { commands } from './de/commands';
import { common, fields, frame, grid, keySheet, palette } from './de/common';
import { errorKinds, errors } from './de/errors';
import {
  customer, customers, editor, kinds, nav, order, orderDialogs, orders, product, products,
  timeline, today,
} from './de/nouns';
import { imports } from './de/import_file';
import { bundles } from './de/bundles';
import { images } from './de/images';
import { labels } from './de/labels';
import { loyalty, pointsMoves } from './de/loyalty';
import {
  incoming, purchases, receiving, suggestions, suppliers, supply,
} from './de/purchasing';
import { rates } from './de/rates';
import { reports, settings, start } from './de/office';
import { changes, files, inbox, notes, orderLife, swap } from './de/order_life';
import { documents, papers, status } from './de/papers';
import { staff, training } from './de/staff';
import { countries, statements } from './de/statements';
import { adjustments, counts, locations, stock, transfers } from './de/stock';
import { shares } from './de/shares';
import { sync } from './de/sync';
import {
  channels, exceptions, happened, happenedWith, jobNames, jobs, methods, places, states,
} from './de/states';
import { tracking } from './de/tracking';
import { forecast, worth } from './de/worth';
import { lots } from './de/lots';

export const de: Text = {
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
