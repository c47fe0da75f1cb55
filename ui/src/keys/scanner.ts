// Tells a scanner from a person by the time between keys. A scanner is a keyboard that types a
// whole code with a few milliseconds between keys and ends it with Enter or Tab; nobody types like
// that. No clock and no page in here: each stroke brings the time at which it happened.
import { isGtin } from './gtin';

/** A key that went down. */
export interface Stroke {
  key: string;
  /** When it happened, by the clock of the event. */
  at_ms: number;
  /** Ctrl, Alt or Meta was held: not a letter of a code. */
  held: boolean;
  /** The keyboard repeats a key that is held down. */
  repeat: boolean;
}

/** What to do with a stroke. */
export interface Verdict {
  /** Keep it from the page. */
  swallow: boolean;
  /** A code may begin here: remember what the page looks like before this key. */
  begins?: true;
  /** The keys that passed since then were a scanner's: make the page as it was. */
  takeBack?: true;
  /** Of those keys, the first ones that a person may have typed: they stay. */
  keep?: string;
  /** A whole code. */
  code?: string;
  /** What was swallowed and is no code after all: type it for the person. */
  giveBack?: string;
}

/** More than this between two keys, and they are not the beginning of one burst. */
export const GAP_MS = 30;
/** The same once it is sure: a computer out of breath may stretch a burst. What came before such a
 *  gap belongs to the code only if its check digit says so. */
const SURE_GAP_MS = 100;
/** Keys that come so soon after each other and before a burst are its own, also when the rest of it
 *  came late. */
const SWIFT_MS = 12;
/** So many keys at a scanner's pace are a scanner: from here on they are kept from the page. */
const SURE_CHARS = 4;
/** The shortest code that is taken for one; its end at the same pace makes it sure. */
const CODE_CHARS_MIN = 3;

const PASS: Verdict = { swallow: false };
const SWALLOW: Verdict = { swallow: true };
const shifts = new Set(['Shift', 'CapsLock', 'AltGraph']);
// Some scanners end with a line feed or a carriage return of their own.
const ends = new Set(['Enter', 'Tab', '\n', '\r']);

export class ScannerReader {
  /** What came before the burst, too soon before it to be surely a person's. */
  #lead = '';
  /** What came before it at a pace that is no person's: the beginning of the code. */
  #start = '';
  #text = '';
  /** The longest time between two keys of the text. */
  #pace_ms = 0;
  #last_ms = -Infinity;
  #sure = false;
  /** Until then a further Enter is the scanner's own second one. */
  #tail_ms = -Infinity;

  /** Takes a stroke and says what to do with it. */
  take(stroke: Stroke): Verdict {
    const { key, at_ms } = stroke;
    const gap_ms = at_ms - this.#last_ms;
    const near = gap_ms <= (this.#sure ? SURE_GAP_MS : GAP_MS);
    if (shifts.has(key)) {
      if (near) this.#last_ms = at_ms;
      return PASS;
    }
    if (near) {
      if (this.#text) this.#pace_ms = Math.max(this.#pace_ms, gap_ms);
      return this.#judge(stroke);
    }
    if (!this.#sure && gap_ms <= SURE_GAP_MS) {
      this.#stretch();
      return this.#judge(stroke);
    }
    const giveBack = this.#drop();
    const verdict = this.#judge(stroke);
    return giveBack ? { ...verdict, giveBack } : verdict;
  }

  /** Nothing has come for a while: what was swallowed without an end was typed after all. */
  rest(): string | undefined {
    return this.#drop();
  }

  /** True while keys are being collected. */
  get busy(): boolean {
    return this.#text !== '';
  }

  /** The burst is late, or it begins here: what came before is a code's beginning or a person's. */
  #stretch(): void {
    const swift = [...this.#text].length > 1 && this.#pace_ms <= SWIFT_MS;
    if (swift) this.#start += this.#text;
    else [this.#lead, this.#start] = [this.#lead + this.#start + this.#text, ''];
    [this.#text, this.#pace_ms] = ['', 0];
  }

  #judge({ key, at_ms, held, repeat }: Stroke): Verdict {
    if (ends.has(key) && !held) return this.#end(at_ms);
    if (held || repeat) return this.#sure ? SWALLOW : this.#other();
    if ([...key].length !== 1) return this.#other();
    this.#last_ms = at_ms;
    this.#text += key;
    if (this.#sure) return SWALLOW;
    const first = this.#text === key;
    if (first && !this.#lead && !this.#start) return { swallow: false, begins: true };
    this.#sure = [...this.#text].length >= SURE_CHARS;
    return this.#sure ? { ...this.#takeBack(), swallow: true } : PASS;
  }

  /** The code as far as it has come. */
  get #code(): string {
    return this.#start + this.#text;
  }

  #takeBack(): Pick<Verdict, 'takeBack' | 'keep'> {
    return this.#lead ? { takeBack: true, keep: this.#lead } : { takeBack: true };
  }

  #end(at_ms: number): Verdict {
    const code = this.#code;
    if ([...this.#text].length < CODE_CHARS_MIN) {
      this.#drop();
      return at_ms <= this.#tail_ms ? SWALLOW : PASS;
    }
    const verdict = this.#whole(code);
    this.#forget();
    this.#tail_ms = at_ms + GAP_MS;
    return verdict;
  }

  #whole(code: string): Verdict {
    const stretched = this.#lead + code;
    if (this.#lead && isGtin(stretched)) {
      return { swallow: true, takeBack: true, code: stretched };
    }
    return this.#sure ? { swallow: true, code } : { ...this.#takeBack(), swallow: true, code };
  }

  /** Any other key ends typing and breaks a burst. */
  #other(): Verdict {
    const giveBack = this.#drop();
    return giveBack ? { swallow: false, giveBack } : PASS;
  }

  #drop(): string | undefined {
    const text = this.#sure ? this.#code : undefined;
    this.#forget();
    return text;
  }

  #forget(): void {
    [this.#lead, this.#start, this.#text, this.#pace_ms] = ['', '', '', 0];
    this.#sure = false;
    this.#last_ms = -Infinity;
  }
}
