// A line that goods may come for, with what was counted of it.
import type { ReceivingLine } from '../api';
import { namedMilli, type LotEntry } from '../kit/lots/lots';

export class CountedLine {
  counted = $state(0);
  cost = $state<number | null>(null);
  keepCost = $state(false);
  /** The lots or serial numbers of what was counted. */
  lots = $state.raw<readonly LotEntry[]>([]);
  readonly of: ReceivingLine;
  readonly key: string;

  constructor(of: ReceivingLine) {
    this.of = of;
    this.key = `${of.purchase}:${of.line}`;
    this.cost = of.unit_cost_micro;
  }

  /** What is still to come after what came before. */
  get open(): number {
    return Math.max(0, this.of.quantity_milli - this.of.received_milli);
  }

  /** Counted more (above zero) or less than is open. */
  get over(): number {
    return this.counted - this.open;
  }

  get otherCost(): boolean {
    return this.cost !== null && this.cost !== this.of.unit_cost_micro;
  }

  /** Its goods are told apart. */
  get tracked(): boolean {
    return (this.of.tracking ?? 'none') !== 'none';
  }

  /** How much of what was counted has no lot or number yet. */
  get unnamed(): number {
    return this.counted - namedMilli(this.lots, this.of.tracking, this.counted);
  }

  /** Begins again from nothing. */
  clear(): void {
    this.cost = this.of.unit_cost_micro;
    this.keepCost = false;
    this.lots = [];
  }
}
