// What a sale would be with the money that was handed over, and what of it somebody has to approve.
import {
  call, newRequestId, type Order, type OrderInput, type Permission, type SalePayment,
} from '../api';

/** A sale to try. */
export type Trial = { payments: SalePayment[]; cart: OrderInput };

class Lacking {
  /** What of the sale that was tried last whoever is at work may not do. */
  needs = $state.raw<readonly Permission[]>([]);
}

export const lacking = new Lacking();

export async function trySale({ cart, ...tender }: Trial): Promise<Order> {
  const sale = { ...cart, ...tender, request_id: newRequestId(), dry_run: true };
  const { output, needs } = await call('orders.sell', sale);
  lacking.needs = needs;
  return output;
}
