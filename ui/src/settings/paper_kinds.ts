// The kinds of documents that have a look.
import type { PaperKind } from '../api';

export const paperKinds: readonly PaperKind[] = [
  'quote', 'confirmation', 'invoice', 'credit_note', 'packing_slip', 'pick_list', 'label',
  'receipt', 'statement', 'purchase_order',
];
