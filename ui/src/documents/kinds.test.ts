import { describe, expect, it } from 'vitest';
import type { OrderDocument } from '../api';
import { issuedOf, kindsOf } from './kinds';

type Asked = Parameters<typeof kindsOf>[0];
const order = (more: Partial<Asked>): Asked =>
  ({ state: 'placed', kind: 'sale', returns: [], payments: [], ...more });

describe('the documents of an order', () => {
  it('are a quote of a draft, and a credit note only when goods came back', () => {
    expect(kindsOf(order({ state: 'draft' }))).toEqual(['quote']);
    expect(kindsOf(order({}))).not.toContain('credit_note');
    const returns = [{ received: 'r' }] as Asked['returns'];
    expect(kindsOf(order({ returns }))).toContain('credit_note');
  });

  it('have a credit note for each return', () => {
    const documents = [
      { document: '1', kind: 'invoice', received: null },
      { document: '2', kind: 'credit_note', received: 'a' },
      { document: '3', kind: 'credit_note', received: 'b' },
    ] as OrderDocument[];
    expect(issuedOf(documents, 'credit_note', 'b')?.document).toBe('3');
    expect(issuedOf(documents, 'credit_note', 'c')).toBeUndefined();
    expect(issuedOf(documents, 'invoice', 'b')?.document).toBe('1');
    expect(issuedOf(documents, 'label')).toBeUndefined();
  });
});
