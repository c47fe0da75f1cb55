// A coupon being given to the cart, typed or scanned: it is tried at once, and taken only when the
// engine takes it.
import { call, newRequestId } from '../api';
import { sentenceOf } from '../kit/sentence';
import { RING, type Till } from './till.svelte';

class CouponBox {
  code = $state('');
  /** Why the last one was not taken. */
  wrong = $state<string | undefined>(undefined);
  busy = $state(false);

  clear(): void {
    this.code = '';
    this.wrong = undefined;
  }

  /** What a scanner read while the panel is open. */
  scanned(till: Till, code: string): void {
    this.code = code;
    void this.take(till);
  }

  async take(till: Till): Promise<void> {
    const code = this.code.trim();
    if (code === '' || this.busy) return;
    this.busy = true;
    const coupons = [...till.cart.coupons, code];
    try {
      const request_id = newRequestId();
      await call('orders.draft', { ...till.cart.input(), coupons, request_id, dry_run: true });
      till.edit((cart) => {
        cart.coupons = coupons;
      });
      till.mode = RING;
    } catch (cause) {
      this.wrong = sentenceOf(cause);
    } finally {
      this.busy = false;
    }
  }
}

export const coupon = new CouponBox();
