// What lies in the setting of a delivery that is being counted.
import type { newRequestId } from '../api';
import type { Goods } from '../kit/lots/goods';
import type { LotEntry } from '../kit/lots/lots';

/** Something that came and nobody ordered. */
export interface Extra extends Goods {
  code: string;
  product: string | null;
  sku: string;
  title: string;
  quantity: number | null;
  /** Taken in; else put aside for return. What is no product of the shop can only be put aside. */
  accept: boolean;
}

/** What lies in the setting of one line. */
export interface KeptLine {
  counted: number;
  cost?: number;
  keep?: true;
  lots?: readonly LotEntry[];
}

/** What lies in the setting. */
export interface KeptCount {
  purchases: string[];
  request: ReturnType<typeof newRequestId>;
  note: string;
  lines: Record<string, KeptLine>;
  extras: Extra[];
}
