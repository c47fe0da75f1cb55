import { describe, expect, it } from 'vitest';
import { JoinDraft } from './join_draft.svelte';

describe('joining a book', () => {
  it('takes address and code from a scanned invitation', () => {
    const draft = new JoinDraft();
    draft.code = 'https://hub.example:8443 9GP7-6Y84-J3TF ';
    draft.scanned();
    expect([draft.place, draft.code]).toEqual(['https://hub.example:8443', '9GP7-6Y84-J3TF']);
  });

  it('leaves a code that was typed, and the address beside it, as they are', () => {
    const draft = new JoinDraft();
    [draft.place, draft.code] = ['/media/stick', '9GP7-6Y84-J3TF'];
    draft.scanned();
    expect([draft.place, draft.code]).toEqual(['/media/stick', '9GP7-6Y84-J3TF']);
  });
});
