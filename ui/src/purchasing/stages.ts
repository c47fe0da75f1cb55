// How far purchases are, by tone.
import type { PurchaseStage } from '../api';
import type { Tone } from '../kit/tones';

/** What is under way waits for somebody; what was called off is over. */
export function stageTone(stage: PurchaseStage): Tone {
  if (stage === 'received') return 'good';
  if (stage === 'partly_received') return 'warn';
  if (stage === 'ordered') return 'info';
  return 'plain';
}
