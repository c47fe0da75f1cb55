// How a field finds the form that it stands in.
import { getContext, setContext } from 'svelte';
import type { Draft } from './draft.svelte';

const KEY = Symbol('form');

/** Puts the form's draft where its fields find it. */
export const giveDraft = (draft: () => Draft): void => void setContext(KEY, draft);

/** The draft of the form around a field, if there is one. */
export const draftHere = (): (() => Draft) | undefined =>
  getContext<(() => Draft) | undefined>(KEY);
