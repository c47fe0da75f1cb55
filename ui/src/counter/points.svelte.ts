// Points being redeemed for the cart: tried at once, and taken only when the engine takes them.
import { call, newRequestId } from '../api';
import { sentenceOf } from '../kit/sentence';
import { RING, type Till } from './till.svelte';

class PointsBox {
  /** Why they were not taken. */
  wrong = $state<string | undefined>(undefined);
  busy = $state(false);

  async take(till: Till, points: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const input = { ...till.cart.input(), points, request_id: newRequestId(), dry_run: true };
      if (points > 0) await call('orders.draft', input);
      till.edit((cart) => {
        cart.points = points || null;
      });
      till.mode = RING;
    } catch (cause) {
      this.wrong = sentenceOf(cause);
    } finally {
      this.busy = false;
    }
  }
}

export const pointsBox = new PointsBox();
