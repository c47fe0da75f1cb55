// The tones that a chip, a figure or a message can have. A tone never stands alone: there is always
// a word beside the colour.

/** A tone of meaning; `plain` has none. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info';

const tones: Record<string, Tone> = {
  paid: 'good', part_paid: 'warn', credit_owed: 'warn', part_refunded: 'info', refunded: 'info',
  allocated: 'info', part_shipped: 'warn', shipped: 'good', delivered: 'good', on_hold: 'bad',
  returned: 'info',
  placed: 'info', quoted: 'info', declined: 'plain', closed: 'good', cancelled: 'bad',
  running: 'info', done: 'good', failed: 'bad', undone: 'plain',
};

/** The tone of a state of an order, a payment, a shipment or a job. */
export const toneOf = (state: string): Tone => tones[state] ?? 'plain';
