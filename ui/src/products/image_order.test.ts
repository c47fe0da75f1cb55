import { describe, expect, it } from 'vitest';
import { base64Of, moved, withAlt } from './image_order';

const three = ['a', 'b', 'c'].map((image) => ({ image, alt: '' }));
const names = (images: { image: string }[]) => images.map((one) => one.image).join('');

describe('the pictures of a product', () => {
  it('move a place at a time and stay at the ends', () => {
    expect(names(moved(three, 'b', -1))).toBe('bac');
    expect(names(moved(three, 'b', 1))).toBe('acb');
    expect(names(moved(three, 'a', -1))).toBe('abc');
    expect(names(moved(three, 'c', 1))).toBe('abc');
    expect(names(moved(three, 'x', 1))).toBe('abc');
  });

  it('are told in words one by one', () => {
    expect(withAlt(three, 'b', 'Handle').map((one) => one.alt)).toEqual(['', 'Handle', '']);
  });

  it('go as text when they are pasted, however many bytes they have', async () => {
    const bytes = new Uint8Array(70_000).fill(255);
    expect(atob(await base64Of(new Blob([bytes])))).toHaveLength(70_000);
  });
});
