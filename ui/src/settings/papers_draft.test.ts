import { describe, expect, it } from 'vitest';
import { PapersDraft } from './papers_draft.svelte';

function draft(): PapersDraft {
  const papers = new PapersDraft();
  papers.load({
    version: 3, logo: null, templates: [],
    look: { accent: '', sheet: 'a4', letterhead: '', hidden: ['sku'], texts: [] },
  });
  return papers;
}

describe('how documents look', () => {
  it('keeps a text for each kind and language', () => {
    const papers = draft();
    papers.say('foot', 'all');
    papers.textKind = 'invoice';
    expect(papers.text('foot')).toBe('');
    papers.say('foot', 'invoices');
    papers.say('opening', '');
    expect(papers.look.texts.map(({ kind, foot }) => [kind, foot]))
      .toEqual([[null, 'all'], ['invoice', 'invoices']]);
    papers.textKind = '';
    expect(papers.text('foot')).toBe('all');
  });

  it('has something to lose only when something is different', () => {
    const papers = draft();
    expect(papers.dirty).toBe(false);
    papers.hide('tax', true);
    expect(papers.dirty).toBe(true);
    papers.hide('tax', false);
    expect(papers.hides('sku') && !papers.dirty).toBe(true);
  });
});
