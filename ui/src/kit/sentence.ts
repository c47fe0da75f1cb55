// What went wrong, in a sentence of the reader's language.
import { book, toCallError, type CallError, type Permission } from '../api';
import { amountIn } from './currencies';
import { permissionNames } from './names';
import { format, t } from '../text';

/** Minor units of the book's currency, or of that of an order. */
function amount(detail: string): string {
  const [minor, code] = detail.split(' ');
  return code ? amountIn(code, Number(minor)) : format.money(Number(minor), book.digits);
}

/** How the detail of a sentence is read: an amount, a day, or as it is. */
const details: Record<keyof typeof t.detailed, (detail: string) => string> = {
  coupon_minimum: amount,
  coupon_more_units: (detail) => detail,
  coupon_expired: (detail) => format.day(detail),
  coupon_not_yet: (detail) => format.day(detail),
  coupon_used_up: (detail) => detail,
  coupon_other_customer: (detail) => detail,
  credit_exceeded: (detail) => format.money(Number(detail), book.digits),
  permission_needed: (detail) => permissionNames(detail.split(',') as Permission[]),
  pin_wait: (detail) => detail,
};

/** The sentence of a code that names what is missing. */
function detailedOf({ code, detail }: CallError): string | undefined {
  if (detail === null || !(code in details)) return undefined;
  const key = code as keyof typeof details;
  return t.detailed[key](details[key](detail));
}

/** The sentence for an error; an error that is nobody's input also names its report. */
export function sentenceOf(cause: unknown): string {
  const error: CallError = toCallError(cause);
  const plain = t.errors[error.code] ?? t.errorKinds[error.kind];
  const sentence = detailedOf(error) ?? plain;
  if (error.kind !== 'broken' && error.kind !== 'unavailable') return sentence;
  const parts = [sentence, error.detail, error.reportId && t.common.report(error.reportId)];
  return parts.filter(Boolean).join(' ');
}
