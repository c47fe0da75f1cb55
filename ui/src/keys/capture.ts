// Puts the scanner's ear to the page: sees every key before anything else does, hands over whole
// codes, and leaves the field with the focus as it was before the burst.
import { isTyping } from './listen';
import { ScannerReader, type Verdict } from './scanner';

/**
 * How long nothing must come before a burst without an end counts as typed. The web view hands over
 * one key at a time and the next one when the page is done with it, so a busy page hears a burst
 * late; the times of the events, which judge the gaps, are those of the keys.
 */
const REST_MS = 1_500;

/** What parts the elements of a label, in the text that is handed over. */
const SEPARATOR = '\u001d';

type Box = HTMLInputElement | HTMLTextAreaElement;

function boxWithFocus(): Box | undefined {
  const box = document.activeElement;
  return isTyping(box) && (box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)
    ? box : undefined;
}

/** While a PIN is asked for, no key is anything else; and what is scanned into the palette is
 *  looked for there, as everything that is typed in it. */
const owned = 'dialog[open] input[type="password"], dialog[open] [data-own-keys]';
const isOwned = () => document.querySelector(owned) !== null;

const changed = (box: Box) => box.dispatchEvent(new InputEvent('input', { bubbles: true }));

/** How to make the field with the focus as it is now. */
function fieldNow(): () => void {
  const box = boxWithFocus();
  if (!box) return () => undefined;
  const { value, selectionStart, selectionEnd } = box;
  return () => {
    box.value = value;
    box.setSelectionRange(selectionStart, selectionEnd);
    changed(box);
  };
}

function typeInto(text: string): void {
  const box = boxWithFocus();
  if (!box) return;
  box.setRangeText(text, box.selectionStart ?? 0, box.selectionEnd ?? 0, 'end');
  changed(box);
}

/**
 * Hears scans until stopped. `remember` is asked at the beginning of what may be a burst for a way
 * to make the rest of the screen as it was.
 */
export function captureScans(
  onscan: (code: string) => void, remember: () => () => void,
): () => void {
  const reader = new ScannerReader();
  let restore = () => {};
  let strokes = 0;

  function obey(verdict: Verdict) {
    if (verdict.giveBack) typeInto(verdict.giveBack);
    if (verdict.begins) {
      const ways = [fieldNow(), remember()];
      restore = () => ways.forEach((way) => way());
    }
    if (verdict.takeBack) restore();
    if (verdict.keep) typeInto(verdict.keep);
    if (verdict.code) onscan(verdict.code);
  }

  // Strokes may be waiting behind a busy page: only rest when none has come after a further turn.
  function restSoon() {
    const seen = strokes;
    const rest = () => {
      const typed = seen === strokes ? reader.rest() : undefined;
      if (typed) typeInto(typed);
    };
    setTimeout(() => seen === strokes && setTimeout(rest, 0), REST_MS);
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.isComposing || event.key === 'Unidentified' || isOwned()) return;
    strokes += 1;
    const { timeStamp: at_ms, repeat } = event;
    // What parts the elements of a label comes as Ctrl+], the keys of its control character.
    const parts = event.ctrlKey && (event.key === ']' || event.key === SEPARATOR);
    const held = !parts && (event.ctrlKey || event.altKey || event.metaKey);
    const key = parts ? SEPARATOR : event.key;
    const verdict = reader.take({ key, at_ms, held, repeat });
    if (verdict.swallow) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    obey(verdict);
    if (reader.busy) restSoon();
  }

  window.addEventListener('keydown', onkeydown, { capture: true });
  return () => window.removeEventListener('keydown', onkeydown, { capture: true });
}
