// The error of a verb as the page sees it: a kind, a code, and the path of the field it is about.
import type { AppError, AppErrorKind, ErrorCode } from './generated';

/** What can be wrong: what the program says, or that it does not answer. */
export type Code = ErrorCode | 'unreachable';

/** A refusal or failure of a verb. `field` is the path of a form's binding, or null. */
export class CallError extends Error {
  readonly kind: AppErrorKind;
  readonly code: Code;
  readonly field: string | null;
  readonly detail: string | null;
  readonly reportId: string | null;

  constructor(wire: Partial<Wire>) {
    super(wire.code ?? 'internal');
    this.kind = wire.kind ?? 'broken';
    this.code = wire.code ?? 'internal';
    this.field = wire.field ?? null;
    this.detail = wire.detail ?? null;
    this.reportId = wire.report_id ?? null;
  }
}

/** What the program sends, or what the page found out by itself. */
type Wire = Omit<AppError, 'code'> & { code: Code };

function isWire(cause: unknown): cause is Wire {
  return typeof cause === 'object' && cause !== null && 'kind' in cause && 'code' in cause;
}

/** Turns whatever a call threw into a CallError; a lost connection becomes "unreachable". */
export function toCallError(cause: unknown): CallError {
  if (cause instanceof CallError) return cause;
  if (isWire(cause)) return new CallError(cause);
  if (cause instanceof TypeError) {
    return new CallError({ kind: 'unavailable', code: 'unreachable', detail: cause.message });
  }
  return new CallError({ kind: 'broken', code: 'internal', detail: String(cause) });
}
