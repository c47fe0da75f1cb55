// What a bulk edit is asked to do, out of the boxes of its form.
import type { CustomValue, ProductBatchChange, ProductFields } from '../api';
import { tidied } from '../kit/custom/tidied';

/** What can be changed of many products. */
export const bulkKinds = [
  'price', 'cost', 'category', 'tax', 'reorder', 'archived', 'custom',
] as const;
export type BulkKind = (typeof bulkKinds)[number];
export type PriceWay = 'part' | 'by' | 'to';
/** Where prices end: at the smallest coin, or as shops like them. */
export type PriceEnding = 'exact' | 'coin5' | 'coin10' | 'half' | 'whole' | 'nine' | 'ninety_nine';

export interface BulkBoxes {
  way: PriceWay;
  ppm: number | null;
  micro: number | null;
  ending: PriceEnding;
  text: string;
  tax: string;
  point: number | null;
  upTo: number | null;
  archived: 'yes' | 'no';
  customKey: string;
  custom: CustomValue | null;
}

const MAJOR = 1_000_000;
const endings: Record<PriceEnding, { step_micro: number | null; less_micro: number | null }> = {
  exact: { step_micro: null, less_micro: null },
  coin5: { step_micro: MAJOR / 20, less_micro: null },
  coin10: { step_micro: MAJOR / 10, less_micro: null },
  half: { step_micro: MAJOR / 2, less_micro: null },
  whole: { step_micro: MAJOR, less_micro: null },
  nine: { step_micro: MAJOR / 10, less_micro: MAJOR / 100 },
  ninety_nine: { step_micro: MAJOR, less_micro: MAJOR / 100 },
};

function reprice(boxes: BulkBoxes) {
  const { way, ppm, micro } = boxes;
  const ending = way === 'to' ? endings.exact : endings[boxes.ending];
  return {
    to_micro: way === 'to' ? micro : null, by_micro: way === 'by' ? micro : null,
    by_ppm: way === 'part' ? ppm : null, ...ending,
  };
}

export function changeOf(kind: BulkKind, boxes: BulkBoxes): ProductBatchChange {
  switch (kind) {
    case 'price': return { price: reprice(boxes) };
    case 'cost': return { cost: reprice(boxes) };
    case 'category': return { category: { text: boxes.text.trim() || null } };
    case 'tax': return { tax: { text: boxes.tax || null } };
    case 'reorder':
      return { reorder: { reorder_point_milli: boxes.point, reorder_to_milli: boxes.upTo } };
    case 'archived': return { archived: { archived: boxes.archived === 'yes' } };
    case 'custom': return { custom: { key: boxes.customKey, value: tidied(boxes.custom) } };
  }
}

/** Whether the form says enough to be tried. */
export function isComplete(kind: BulkKind, boxes: BulkBoxes): boolean {
  if (kind !== 'price' && kind !== 'cost') return true;
  return boxes.way === 'part' ? boxes.ppm !== null : boxes.micro !== null;
}

/** The fields that a kind of change moves, for the preview. */
export const fieldsOf: Record<BulkKind, readonly (keyof ProductFields)[]> = {
  price: ['unit_price_micro'], cost: ['cost_micro'], category: ['category'], tax: ['tax'],
  reorder: ['reorder_point_milli', 'reorder_to_milli'], archived: ['archived'],
  custom: ['custom'],
};
