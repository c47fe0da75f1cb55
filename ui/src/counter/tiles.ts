// Favourites in plain values: pages of places, each free or with a product's tile.
import type { Tile, TilePage, TileTone } from '../api';

/** Places of a page, row by row. */
export const PLACES = 24;

/** The tones that a tile may have. */
export const TONES: readonly TileTone[] = ['plain', 'accent', 'good', 'warn', 'bad', 'info'];

/** The place that "#5" means, from 0; undefined when the text means none. */
export function placeOf(text: string): number | undefined {
  const [, number] = /^#(\d{1,2})$/.exec(text) ?? [];
  const place = Number(number ?? 0) - 1;
  return place >= 0 && place < PLACES ? place : undefined;
}

/** The tile at a place of a page. */
export const tileAt = (page: TilePage | undefined, place: number): Tile | undefined =>
  page?.tiles.find((tile) => tile.place === place);

/** The pages with this tile at its place of a page. */
export function withTile(pages: readonly TilePage[], at: number, tile: Tile): TilePage[] {
  const rest = withoutTile(pages, at, tile.place);
  return rest.map((page, index) => (index !== at ? page : {
    ...page, tiles: [...page.tiles, tile].sort((a, b) => a.place - b.place),
  }));
}

/** The pages with this place free. */
export function withoutTile(pages: readonly TilePage[], at: number, place: number): TilePage[] {
  return pages.map((page, index) => (index !== at ? page : {
    ...page, tiles: page.tiles.filter((tile) => tile.place !== place),
  }));
}

/** The first place of a page that is free. */
export function firstFree(page: TilePage | undefined): number {
  const taken = new Set(page?.tiles.map((tile) => tile.place));
  const places = Array.from({ length: PLACES }, (_, place) => place);
  return places.find((place) => !taken.has(place)) ?? 0;
}
