// The one way from a screen to the program.
export { ahead } from './ahead';
export { approvals, type Approval } from './approvals.svelte';
export { ask, call, callBytes, newRequestId, type InputOf, type OutputOf, type Verb } from './call';
export { concerns, onChanged } from './changes';
export { CallError, toCallError, type Code } from './error';
export { jobs } from './jobs.svelte';
export { live, Live, type Holds } from './live.svelte';
export type * from './generated';
export { kept } from './kept.svelte';
export { book } from './book.svelte';
export { staff } from './staff.svelte';
