// The one listener for keys. It stays out of the way while a dialog is open and leaves typing
// alone.
import { registry } from './registry.svelte';

const textTypes = new Set([
  'text', 'search', 'email', 'tel', 'url', 'number', 'password', 'date', 'time',
]);

/** True when keys pressed here are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textTypes.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
    || target.isContentEditable;
}

/** True when the press already means something where the focus is: a button, a link, a hit. */
function presses({ key, target }: KeyboardEvent): boolean {
  const own = 'button, a[href], summary, [role="option"], [role="menuitem"], [type="checkbox"]';
  const here = target instanceof Element && target.closest(own) !== null;
  return here && (key === 'Enter' || key === ' ');
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || presses(event)) return;
  if (document.querySelector('dialog[open], [data-menu]:popover-open')) return;
  if (registry.press(event, isTyping(event.target))) event.preventDefault();
}

/** Starts to listen; returns how to stop. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
