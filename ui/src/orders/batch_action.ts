// What a batch is asked to do, out of the boxes of its form.
import type { HoldReason, Language, OrderBatchAction, Printing } from '../api';
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
  target: 'file' | 'printer';
  wave: boolean;
}

/** Where something goes: to a file, or to a printer. */
export type Where = { path: string } | { print: Printing };

const tagsOf = (text: string): string[] =>
  text.split(',').map((tag) => tag.trim()).filter(Boolean);

/** The action; a trial of one that writes needs no place. */
export function actionOf(kind: BatchKind, boxes: BatchBoxes, where?: Where): OrderBatchAction {
  const path = where && 'path' in where ? where.path : null;
  const print = where && 'print' in where ? where.print : null;
  const { reason, language } = boxes;
  switch (kind) {
    case 'place': return { place: {} };
    case 'hold': return { hold: { reason, note: boxes.note.trim() || null } };
    case 'release': return { release: {} };
    case 'allocate': return { allocate: {} };
    case 'ship':
      return { ship: { in_stock: boxes.inStock, carrier: boxes.carrier.trim() || null } };
    case 'invoice':
      return { invoice: {
        language, pay_days: boxes.payDays === 'agreed' ? null : Number(boxes.payDays),
      } };
    case 'tag': return { tag: { add: tagsOf(boxes.add), remove: tagsOf(boxes.remove) } };
    case 'pick_lists': return { pick_lists: { path, print, language, wave: boxes.wave } };
    case 'export': return { export: { path: path ?? '', language } };
  }
}

/** Whether the form says enough to be sent. */
export function isComplete(kind: BatchKind, boxes: BatchBoxes): boolean {
  return kind !== 'tag' || tagsOf(boxes.add).length + tagsOf(boxes.remove).length > 0;
}

/** Whether the action makes a document or table that has to go somewhere. */
export const writesFile = (kind: BatchKind): kind is 'pick_lists' | 'export' =>
  kind === 'pick_lists' || kind === 'export';
