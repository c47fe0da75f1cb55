// The names of channels, ways of paying, states and taxes; what the book does not translate is
// shown as it is written there.
import { book, type Permission } from '../api';
import { t } from '../text';

const named = (names: object, key: string): string =>
  (names as Record<string, string>)[key] ?? key;

export const channelName = (channel: string): string => named(t.channels, channel);
export const methodName = (method: string): string => named(t.methods, method);
export const stateName = (state: string): string => named(t.states, state);

/** Why an order is on hold. */
export const holdName = (reason: string): string => named(t.holds.reasons, reason);

const ERASED = /^Erased customer ([0-9a-f]{6})$/;

/** The name of a customer; one whose data was erased is told apart by the end of its id. */
export function customerName(name: string): string {
  const end = ERASED.exec(name)?.[1];
  return end ? t.customers.erasedName(end) : name;
}

/** The name of a place: one of the book's, or where goods are outside of it. */
export function placeName(id: string): string {
  return book.info?.locations.find((one) => one.id === id)?.name ?? named(t.places, id);
}

/** Reasons for adjustments to choose from: the book's own, or the usual ones. */
export function reasonsOf(): readonly string[] {
  const own = book.info?.adjustment_reasons ?? [];
  return own.length > 0 ? own : t.adjustments.usual;
}

/** The name of a tax by its code: "VAT 20 %". */
export function taxName(code: string | null): string {
  if (code === null) return t.common.none;
  return book.info?.taxes.find((tax) => tax.code === code)?.name ?? code;
}

/** What may be done, in words. */
export const permissionNames = (permissions: readonly Permission[]): string =>
  permissions.map((one) => t.staff.permissions[one] ?? one).join(', ');

/** What a role is called: its own name, or the word for its key. */
export const roleName = (role: string, name?: string | null): string =>
  name || ((t.staff.roles as Record<string, string>)[role] ?? role);
