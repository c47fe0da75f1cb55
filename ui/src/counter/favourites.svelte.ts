// The favourites of the open book: the page in sight, and their setting up in place.
import {
  book, call, newRequestId, toCallError, type Tile, type TilePage,
} from '../api';
import { sentenceOf } from '../kit/sentence';
import { t } from '../text';
import { lookUpProduct } from './look_up';
import type { Till } from './till.svelte';
import { firstFree, tileAt, withTile, withoutTile } from './tiles';

class Favourites {
  #page = $state(0);
  /** They are being set up: a press chooses a place. */
  editing = $state(false);
  /** The place that is being filled. */
  place = $state(0);
  wrong = $state<string | undefined>(undefined);
  busy = $state(false);

  get pages(): readonly TilePage[] {
    return book.info?.tile_pages ?? [];
  }

  /** The page in sight; pages may have gone meanwhile. */
  get at(): number {
    return Math.max(0, Math.min(this.#page, this.pages.length - 1));
  }

  get page(): TilePage | undefined {
    return this.pages[this.at];
  }

  show(at: number): void {
    this.#page = at;
    this.place = firstFree(this.page);
  }

  /** The next page, and after the last one the first. */
  turn(): void {
    this.show(this.pages.length > 0 ? (this.at + 1) % this.pages.length : 0);
  }

  /** A tile is pressed: its product comes into the cart, or its place is chosen. */
  press(till: Till, place: number, quantity_milli: number | null = null): boolean {
    if (this.editing) {
      this.place = place;
      return true;
    }
    const tile = tileAt(this.page, place);
    if (tile) till.add(lookUpProduct(tile.product, tile.label), quantity_milli);
    return tile !== undefined;
  }

  /** Turns to setting them up; without a page there is one at once. */
  async edit(): Promise<void> {
    this.wrong = undefined;
    this.editing = true;
    this.place = firstFree(this.page);
    if (this.pages.length === 0) await this.addPage();
  }

  async addPage(): Promise<void> {
    const name = t.tiles.page(String(this.pages.length + 1));
    if (await this.#save([...this.pages, { name, tiles: [] }])) this.show(this.pages.length - 1);
  }

  async removePage(): Promise<void> {
    const at = this.at;
    if (await this.#save(this.pages.filter((_, index) => index !== at))) this.show(at);
  }

  async rename(name: string): Promise<void> {
    if (name.trim() === '' || name.trim() === this.page?.name) return;
    await this.#save(this.pages.map((page, at) => (at === this.at ? { ...page, name } : page)));
  }

  async put(tile: Tile): Promise<void> {
    if (await this.#save(withTile(this.pages, this.at, tile))) this.place = firstFree(this.page);
  }

  async clear(): Promise<void> {
    await this.#save(withoutTile(this.pages, this.at, this.place));
  }

  async #save(tile_pages: TilePage[]): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.wrong = undefined;
    try {
      const request = { request_id: newRequestId(), expected_version: book.open.version };
      await call('book.amend', { tile_pages, ...request });
      await book.refresh();
      return true;
    } catch (cause) {
      this.wrong = sentenceOf(toCallError(cause));
      return false;
    } finally {
      this.busy = false;
    }
  }
}

export const favourites = new Favourites();
