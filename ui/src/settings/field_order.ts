// The order of custom fields: what a step up or down is sent as.
import type { CustomField, CustomFieldPatch } from '../api';

/** The fields with one of them a step up or down, as changes of those whose place is another. */
export function moved(
  fields: readonly CustomField[], index: number, step: 1 | -1,
): CustomFieldPatch[] {
  const order = [...fields];
  const [one] = order.splice(index, 1);
  if (!one) return [];
  order.splice(index + step, 0, one);
  return order.map((field, position) => ({ field, position }))
    .filter(({ field, position }) => field.position !== position)
    .map(({ field: { subject, key }, position }) => ({ subject, key, position }));
}
