import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { registry, useCommands } from './registry.svelte';

/** A screen that is shown until the function that comes back is called. */
const shown = (screen: () => void) => $effect.root(screen);

describe('the commands of a screen', () => {
  it('are there while it is shown and follow what they read', () => {
    let open = $state(false);
    const list = () => undefined;
    const stop = shown(() => useCommands(() => ({ 'list.new': open ? list : undefined })));
    flushSync();
    expect(registry.offered).not.toContain('list.new');
    open = true;
    flushSync();
    expect(registry.offered).toContain('list.new');
    stop();
    expect(registry.offered).not.toContain('list.new');
  });

  it('stay when the page of what was saved comes before the form goes', () => {
    const ran: string[] = [];
    const leaveForm = shown(() => useCommands(() => ({ 'record.back': () => ran.push('form') })));
    flushSync();
    const leavePage = shown(() => {
      useCommands(() => ({ 'record.edit': () => ran.push('page') }));
      $effect(() => leaveForm());
    });
    flushSync();
    expect(registry.offered).toContain('record.edit');
    expect(registry.offered).not.toContain('record.back');
    registry.run('record.edit');
    expect(ran).toEqual(['page']);
    leavePage();
  });
});
