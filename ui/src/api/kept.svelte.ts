// What this installation remembers: look, language, keys, widths of columns, folders. Read once at
// start; what changed is written a moment after the last change. Windows share it, so each brings
// only what it changed, one writing after the other.
import { call } from './call';

type Settings = Record<string, unknown>;

const WRITE_AFTER_MS = 120;

class Kept {
  #settings = $state.raw<Settings>({});
  #changes: Settings = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  /** Reads what was kept; an installation without anything kept starts empty. */
  async load(): Promise<void> {
    this.#settings = await this.fetch();
  }

  /** What is kept now, by whichever window. */
  async fetch(): Promise<Settings> {
    const answer = await call('book.kept', {}).catch(() => undefined);
    return (answer?.settings as Settings | null | undefined) ?? {};
  }

  /** A kept setting, or what to take when there is none. */
  read<T>(name: string, otherwise: T): T {
    return (this.#settings[name] as T | undefined) ?? otherwise;
  }

  /** Keeps a setting; null forgets it. */
  write(name: string, value: unknown, after_ms = WRITE_AFTER_MS): void {
    this.#settings = { ...this.#settings, [name]: value };
    this.#changes[name] = value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), after_ms);
  }

  #flush(): Promise<void> {
    this.#sending ??= this.#send().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #send(): Promise<void> {
    while (Object.keys(this.#changes).length > 0) {
      const settings = this.#changes;
      this.#changes = {};
      // A setting that could not be kept is not worth a message: it holds until the window closes.
      await call('book.keep', { settings }).catch(() => undefined);
    }
  }
}

export const kept = new Kept();
