// Codes that were scanned into a form: looked up one after the other, once what they are about is
// there, and before the form is sent.

export class Scans {
  #last: Promise<unknown> = Promise.resolve();

  /** What is scanned from now on waits for this, whether it comes or fails. */
  after(ready: Promise<unknown>): void {
    const before = this.#last;
    this.#last = Promise.allSettled([before, ready]);
  }

  /** Looks a code up when those before it are. */
  take(look: () => Promise<unknown>): Promise<void> {
    const taken = this.#last.then(look).then(() => undefined);
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  /** Resolves when all that was scanned until now is looked up. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
