import { describe, expect, it } from 'vitest';
import type { Tile } from '../api';
import { firstFree, placeOf, tileAt, withTile, withoutTile } from './tiles';

const tile = (place: number, label = 'Bread'): Tile =>
  ({ place, label, product: `p${place}`, tone: 'plain' });

describe('favourites', () => {
  it('are reached by their number behind a sign', () => {
    expect(['#1', '#24', '#0', '#25', '#', '1', '#1a'].map(placeOf))
      .toEqual([0, 23, undefined, undefined, undefined, undefined, undefined]);
  });

  it('stand at one place each, and one put there takes the place of another', () => {
    const pages = [{ name: 'One', tiles: [tile(2)] }, { name: 'Two', tiles: [tile(2)] }];
    const next = withTile(withTile(pages, 0, tile(0)), 0, tile(2, 'Bag'));
    expect(next[0]?.tiles.map((one) => [one.place, one.label])).toEqual([[0, 'Bread'], [2, 'Bag']]);
    expect(next[1]).toEqual(pages[1]);
    expect(tileAt(next[0], 2)?.label).toBe('Bag');
  });

  it('leave a free place behind, which is the next to be filled', () => {
    const pages = [{ name: 'One', tiles: [tile(0), tile(1), tile(2)] }];
    const [page] = withoutTile(pages, 0, 1);
    expect([firstFree(pages[0]), firstFree(page), firstFree(undefined)]).toEqual([3, 1, 0]);
  });
});
