// The design's own rules, checked over all components: literals stand in the tokens only, and what
// has a direction is written so that it can be mirrored.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte') || name.endsWith('base.css'));

/** The style rules of a file, without media queries, which cannot use tokens, and comments. */
function styleOf(name: string): string {
  const text = readFileSync(join(root, name), 'utf8');
  const style = name.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
  return style.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@media[^{]*/g, '');
}

const styles = names.map((name) => [name, styleOf(name)] as const);
const physical = /[\s;{](margin|padding|border)-(left|right|top|bottom)|[\s;{](left|right)\s*:/;

describe('the style of', () => {
  it.each(styles)('%s takes every colour and length from the tokens', (_, style) => {
    expect(style.match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|\b\d+px\b|\b\d+ms\b/gi) ?? []).toEqual([]);
  });

  it.each(styles)('%s can be mirrored', (_, style) => {
    expect(style.match(physical)?.[0]).toBeUndefined();
  });
});
