// What a batch is asked to do, out of the boxes of its form.
import type { HoldReason, Language, OrderBatchAction } from '../api';
import type { BatchKind } from './batch.svelte';

/** The boxes; each action looks at its own. */
export interface BatchBoxes {
  reason: HoldReason;
  note: string;
  inStock: boolean;
  carrier: string;
  language: Language;
  payDays: string;
  add: string;
  remove: string;
}

const tagsOf = (text: string): string[] =>
  text.split(',').map((tag) => tag.trim()).filter(Boolean);

/** The action; `path` is where its file goes, if it writes one. */
export function actionOf(kind: BatchKind, boxes: BatchBoxes, path = ''): OrderBatchAction {
  const { reason, language } = boxes;
  switch (kind) {
    case 'place': return { place: {} };
    case 'hold': return { hold: { reason, note: boxes.note.trim() || null } };
    case 'release': return { release: {} };
    case 'ship':
      return { ship: { in_stock: boxes.inStock, carrier: boxes.carrier.trim() || null } };
    case 'invoice':
      return { invoice: {
        language, pay_days: boxes.payDays === 'agreed' ? null : Number(boxes.payDays),
      } };
    case 'tag': return { tag: { add: tagsOf(boxes.add), remove: tagsOf(boxes.remove) } };
    case 'pick_lists': return { pick_lists: { path, language } };
    case 'export': return { export: { path, language } };
  }
}

/** Whether the form says enough to be sent. */
export function isComplete(kind: BatchKind, boxes: BatchBoxes): boolean {
  return kind !== 'tag' || tagsOf(boxes.add).length + tagsOf(boxes.remove).length > 0;
}

/** Whether the action writes a file. */
export const writesFile = (kind: BatchKind): kind is 'pick_lists' | 'export' =>
  kind === 'pick_lists' || kind === 'export';
