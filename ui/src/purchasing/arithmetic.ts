// The arithmetic of a suggestion, line by line, as a person would write it down.
import type { PurchasingRules, SuggestedLine } from '../api';
import { format, t } from '../text';

/** A step of the sum; the ones that matter most stand out. */
export interface Step {
  name: string;
  figure: string;
  strong?: true;
}

const quantity = (milli: number) => format.quantity(milli);
const days = (count: number) => format.count(count);

function demandOf(line: SuggestedLine, rules: PurchasingRules): Step[] {
  const words = t.suggestions.lines;
  const window = days(line.window_days);
  const isNew = line.window_days < rules.window_days;
  const spikes = line.limit_milli === null
    ? [{ name: words.tooFew, figure: '' }]
    : [{ name: words.limit, figure: quantity(line.limit_milli) },
      { name: words.removed, figure: quantity(-line.removed_milli) }];
  return [
    ...(isNew ? [{ name: words.onSale(days(rules.window_days)), figure: window }] : []),
    { name: words.sold(days(line.days_sold), window), figure: quantity(line.sold_milli) },
    ...spikes,
    { name: words.demand(window), figure: quantity(line.demand_milli), strong: true },
  ];
}

function levelsOf(line: SuggestedLine, rules: PurchasingRules): Step[] {
  const words = t.suggestions.lines;
  const said = line.reorder_point_milli !== null;
  const upTo = line.reorder_to_milli !== null;
  // The safety stock counts where it is more than the days of demand.
  const keptBack = line.kept_back_milli > 0 && line.kept_back_milli === line.safety_milli;
  return [
    { name: words.lead(days(line.lead_time_days)), figure: quantity(line.lead_milli) },
    { name: keptBack ? words.keptBack : words.safety(days(rules.safety_days)),
      figure: quantity(line.safety_milli) },
    { name: said ? words.pointSaid : words.point, figure: quantity(line.point_milli),
      strong: true },
    { name: words.review(days(rules.review_days)), figure: quantity(line.review_milli) },
    { name: upTo ? words.targetSaid : words.target, figure: quantity(line.target_milli),
      strong: true },
  ];
}

/** Every step from what was sold to what is ordered. */
export function stepsOf(line: SuggestedLine, rules: PurchasingRules): Step[] {
  const words = t.suggestions.lines;
  const least = line.minimum_milli === null ? []
    : [{ name: words.minimum, figure: quantity(line.minimum_milli) }];
  return [
    ...demandOf(line, rules),
    ...levelsOf(line, rules),
    { name: words.onHand, figure: quantity(line.on_hand_milli) },
    { name: words.allocated, figure: quantity(-line.allocated_milli) },
    { name: words.incoming, figure: quantity(line.incoming_milli) },
    { name: words.position, figure: quantity(line.position_milli), strong: true },
    { name: words.lacking, figure: quantity(line.lacking_milli) },
    ...least,
    { name: line.pack_milli ? words.pack(quantity(line.pack_milli)) : words.units, figure: '' },
    { name: words.suggested, figure: quantity(line.suggested_milli), strong: true },
  ];
}
