// How fast something was typed: a scanner types longer and faster than any hand.

/** The shortest code that scanners read, and the longest mean gap between two of its keys. */
const CODE_KEYS = 6;
const GAP_MS = 50;

export class TypingSpeed {
  #times: number[] = [];

  /** A key was pressed. */
  stroke(at_ms: number): void {
    this.#times.push(at_ms);
  }

  /** Whether the last so many keys came from a scanner; begins anew. */
  isScan(keys: number): boolean {
    const last = this.#times.slice(-keys);
    this.#times = [];
    const [first, end] = [last[0], last.at(-1)];
    if (keys < CODE_KEYS || first === undefined || end === undefined) return false;
    return (end - first) / (last.length - 1) < GAP_MS;
  }
}
