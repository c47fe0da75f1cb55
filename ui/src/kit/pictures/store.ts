// The bytes of pictures, asked for a few at a time and kept as long as they are likely to be seen
// again. A picture never changes: its name is the hash of its bytes.
import { callBytes } from '../../api';

/** At most so many are asked for at once, so that no list waits for its pictures. */
const AT_ONCE = 4;
/** So many are kept; the one that was not asked for longest goes first. */
const KEPT = 400;

export type Load = (sha256: string, small: boolean) => Promise<Blob>;

async function load(sha256: string, small: boolean): Promise<Blob> {
  return new Blob([await callBytes('products.image', { sha256, small })]);
}

export class PictureStore {
  readonly #load: Load;
  readonly #urls = new Map<string, Promise<string | undefined>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(by: Load = load) {
    this.#load = by;
  }

  /** An address for an image element; nothing where the bytes are not here. */
  urlOf(sha256: string, small: boolean): Promise<string | undefined> {
    const key = `${sha256} ${small}`;
    const known = this.#urls.get(key) ?? this.#ask(sha256, small);
    this.#urls.delete(key);
    this.#urls.set(key, known);
    this.#forget();
    return known;
  }

  async #ask(sha256: string, small: boolean): Promise<string | undefined> {
    if (this.#running >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go));
    this.#running += 1;
    try {
      return URL.createObjectURL(await this.#load(sha256, small));
    } catch {
      // They are on another device, or the picture was taken away meanwhile.
      this.#urls.delete(`${sha256} ${small}`);
      return undefined;
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  #forget(): void {
    for (const [key, url] of this.#urls) {
      if (this.#urls.size <= KEPT) return;
      this.#urls.delete(key);
      void url.then((known) => known && URL.revokeObjectURL(known));
    }
  }
}

export const pictures = new PictureStore();
