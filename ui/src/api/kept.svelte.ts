// What this installation remembers: look, language, keys, widths of columns, folders. Read once at
// start; written a moment after the last change, whole.
import { call } from './call';

type Settings = Record<string, unknown>;

const WRITE_AFTER_MS = 120;

class Kept {
  #settings = $state.raw<Settings>({});
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads what was kept; an installation without anything kept starts empty. */
  async load(): Promise<void> {
    try {
      const { settings } = await call('book.kept', {});
      this.#settings = (settings as Settings | null) ?? {};
    } catch {
      this.#settings = {};
    }
  }

  /** A kept setting, or what to take when there is none. */
  read<T>(name: string, otherwise: T): T {
    return (this.#settings[name] as T | undefined) ?? otherwise;
  }

  /** Keeps a setting. */
  write(name: string, value: unknown): void {
    this.#settings = { ...this.#settings, [name]: value };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), WRITE_AFTER_MS);
  }

  async #send(): Promise<void> {
    // A setting that could not be kept is not worth a message: it holds until the window closes.
    await call('book.keep', { settings: this.#settings }).catch(() => undefined);
  }
}

export const kept = new Kept();
