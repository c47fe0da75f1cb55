// What went wrong, in a sentence of the reader's language.
import { toCallError, type CallError } from '../api';
import { t } from '../text';

/** The sentence for an error; an error that is nobody's input also names its report. */
export function sentenceOf(cause: unknown): string {
  const error: CallError = toCallError(cause);
  const sentence = t.errors[error.code] ?? t.errorKinds[error.kind];
  if (error.kind !== 'broken' && error.kind !== 'unavailable') return sentence;
  const parts = [sentence, error.detail, error.reportId && t.common.report(error.reportId)];
  return parts.filter(Boolean).join(' ');
}
