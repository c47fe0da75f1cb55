// The pictures of a product: added by dialog, drop or paste, put in order, told in words, removed.
import { call, kept, newRequestId, type Product } from '../api';
import { chooseOpen, folderOf } from '../kit/files/choose';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';
import { base64Of, moved, withAlt, type Placed } from './image_order';

const ENDINGS = ['png', 'jpg', 'jpeg', 'webp'];
const isPicture = (path: string) =>
  ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));

export class Images {
  busy = $state(false);
  /** A path is asked for in words, where there is no dialog. */
  asking = $state(false);
  #product: () => Product;

  constructor(product: () => Product) {
    this.#product = product;
  }

  async choose(): Promise<void> {
    const answer = await chooseOpen({
      title: t.images.add, filters: [{ name: t.images.kinds, extensions: ENDINGS }],
    });
    if (answer === 'no dialog') this.asking = true;
    else if (answer) await this.addFiles([answer]);
  }

  /** Adds files one after the other; what is no picture is told. */
  async addFiles(paths: readonly string[]): Promise<void> {
    this.asking = false;
    const wrong = paths.find((path) => !isPicture(path));
    if (wrong) toasts.complain(t.images.noPicture);
    for (const path of paths.filter(isPicture)) {
      const added = await this.#put({ path });
      if (!added) return;
      kept.write('folder', folderOf(path));
    }
  }

  /** Takes dropped files that are pictures. */
  drop(paths: string[]): boolean {
    if (!paths.every(isPicture)) return false;
    void this.addFiles(paths);
    return true;
  }

  /** Takes a picture out of what is pasted; false when there is none. */
  paste(event: ClipboardEvent): boolean {
    const files = [...event.clipboardData?.files ?? []];
    const file = files.find((one) => one.type.startsWith('image/'));
    if (file) void base64Of(file).then((data) => this.#put({ data }));
    return file !== undefined;
  }

  move(image: string, by: 1 | -1): Promise<boolean> {
    return this.#arrange(moved(this.#placed, image, by));
  }

  tell(image: string, alt: string): Promise<boolean> {
    return this.#arrange(withAlt(this.#placed, image, alt.trim()));
  }

  async remove(image: string): Promise<void> {
    const kept = this.#placed.filter((one) => one.image !== image);
    if (await this.#arrange(kept)) toasts.say(t.images.removed);
  }

  get #placed(): Placed[] {
    return this.#product().images.map((one) => ({ image: one.image, alt: one.alt }));
  }

  get #change() {
    const { id, version: expected_version } = this.#product();
    return { id, expected_version, request_id: newRequestId() };
  }

  #put(from: { path: string } | { data: string }): Promise<boolean> {
    return this.#try(async () => {
      await call('products.add_image', { ...this.#change, ...from });
      toasts.say(t.images.added);
    });
  }

  #arrange(images: Placed[]): Promise<boolean> {
    return this.#try(() => call('products.arrange_images', { ...this.#change, images }));
  }

  async #try(run: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await run();
      return true;
    } catch (cause) {
      toasts.complain(sentenceOf(cause));
      return false;
    } finally {
      this.busy = false;
    }
  }
}
