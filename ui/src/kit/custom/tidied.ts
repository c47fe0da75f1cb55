// What is filled in, as it is sent.
import type { CustomValue } from '../../api';

/** Blank words are none. */
export function tidied(value: CustomValue | null): CustomValue | null {
  if (value && 'text' in value) return value.text.trim() ? { text: value.text.trim() } : null;
  if (value && 'link' in value) return value.link.trim() ? { link: value.link.trim() } : null;
  return value;
}
