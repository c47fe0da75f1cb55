// Where this window keeps its cart between starts: one slot a window, so that two windows of one
// till never take up each other's cart. The browser's locks say which slots are in use.
import { kept } from '../api';

const SLOTS_MAX = 8;

/** Holds a lock for the life of the window; false when another window holds it. */
function hold(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((answer) => {
    const never = new Promise<void>(() => undefined);
    const granted = (lock: Lock | null) => {
      answer(lock !== null);
      return lock ? never : undefined;
    };
    navigator.locks.request(name, { ifAvailable: true }, granted).catch(() => answer(true));
  });
}

/** The slots that this window has, by book. */
const mine = new Map<string, string>();

/** The slot of this window for a book, and what was left there. A cart that nobody holds goes
 *  before an empty slot. */
export async function takeSlot(book: string): Promise<{ slot: string; left: unknown }> {
  const settings = await kept.fetch();
  const names = Array.from({ length: SLOTS_MAX }, (_, at) => `cart:${book}:${at}`);
  const left = names.filter((name) => settings[name]);
  const known = mine.get(book);
  for (const slot of known ? [known] : [...left, ...names]) {
    if (!known && !(await hold(slot))) continue;
    mine.set(book, slot);
    return { slot, left: settings[slot] };
  }
  return { slot: `cart:${book}:${SLOTS_MAX}`, left: undefined };
}

/** Keeps this in the slot at once; null empties it. */
export const writeSlot = (slot: string, value: unknown): void => kept.write(slot, value, 0);
