import { describe, expect, it } from 'vitest';
import { chordOf, shown, types, type Press } from './chord';
import { commandIds, commands } from './commands';
import { registry, rival } from './registry.svelte';

const press = (key: string, held: Partial<Press> = {}): Press =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

const event = (key: string, held: Partial<Press> = {}, timeStamp = 0): KeyboardEvent =>
  ({ ...press(key, held), timeStamp }) as KeyboardEvent;

describe('the table of commands', () => {
  it.each(commandIds)('gives %s keys that nothing else has where it works', (id) => {
    expect(rival(id, commands[id].keys, (other) => commands[other].keys)).toBeUndefined();
  });
});

describe('a key press', () => {
  it.each([
    [press('k', { ctrlKey: true }), 'Mod+K'], [press('?', { shiftKey: true }), '?'],
    [press('F', { shiftKey: true }), 'Shift+F'], [press('n', { altKey: true }), 'Alt+N'],
    [press('~', { altKey: true, code: 'KeyN' }), 'Alt+N'], [press('Escape'), 'Escape'],
    [press(' '), 'Space'],
    [press('[', { ctrlKey: true, altKey: true, getModifierState: () => true }), '['],
  ])('is written as in the table', (given, chord) => {
    expect(chordOf(given, false)).toBe(chord);
  });

  it('of a modifier alone is no chord', () => {
    expect(chordOf(press('Shift', { shiftKey: true }))).toBeNull();
  });

  it('reads as the reader knows it', () => {
    expect(shown('Mod+K', false)).toBe('Ctrl K');
    expect(shown('Mod+Shift+N', true)).toBe('⌘ ⇧ N');
    expect(shown('G O', false)).toBe('G O');
  });

  it('types text unless it is held with a modifier', () => {
    expect(types('N')).toBe(true);
    expect(types('Shift+F')).toBe(true);
    expect(types('Mod+K')).toBe(false);
    expect(types('Escape')).toBe(false);
  });
});

describe('the registry', () => {
  it('runs what the screen shown last provides and forgets it when the screen goes', () => {
    const ran: string[] = [];
    const stopList = registry.provide({ 'list.new': () => ran.push('list') });
    const stopTop = registry.provide({ 'list.new': () => ran.push('top') });
    registry.press(event('n'), false);
    stopTop();
    registry.press(event('n'), false);
    stopList();
    expect(registry.press(event('n'), false)).toBe(false);
    expect(ran).toEqual(['top', 'list']);
  });

  it('leaves letters to a text field but not a chord with Ctrl', () => {
    let ran = 0;
    const stop = registry.provide({ 'list.new': () => ran++, 'palette.open': () => ran++ });
    expect(registry.press(event('n'), true)).toBe(false);
    expect(registry.press(event('k', { ctrlKey: true }), true)).toBe(true);
    stop();
    expect(ran).toBe(1);
  });

  it('takes two keys after each other, but not when too much time lies between', () => {
    let ran = 0;
    const stop = registry.provide({ 'go.orders': () => ran++ });
    registry.press(event('g', {}, 1000), false);
    registry.press(event('o', {}, 1200), false);
    registry.press(event('g', {}, 5000), false);
    registry.press(event('o', {}, 9000), false);
    stop();
    expect(ran).toBe(1);
  });

  it('follows the keys that the user chose', () => {
    let ran = 0;
    const stop = registry.provide({ 'list.new': () => ran++ });
    registry.remap({ 'list.new': 'Mod+J' });
    registry.press(event('n'), false);
    registry.press(event('j', { ctrlKey: true }), false);
    registry.remap({});
    stop();
    expect(ran).toBe(1);
  });

  it('names the command that already has some keys', () => {
    expect(registry.rivalOf('record.edit', 'J')).toBe('record.next');
    expect(registry.rivalOf('order.pay', 'E')).toBe('record.edit');
    expect(registry.rivalOf('list.new', 'J')).toBeUndefined();
  });
});
