// How keys are written and compared: "Mod+Shift+N" for a press, "G O" for two after each other.

/** What of a key press matters here; a KeyboardEvent is one. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  code?: string;
  getModifierState?: (key: string) => boolean;
}

/** True on a Mac, where ⌘ takes the place of Ctrl. */
export const onMac = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const bare = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'CapsLock']);

/** The key itself, letters in capitals. On a Mac Alt changes what a letter types: ask the code. */
function keyOf({ key, altKey, code }: Press): string {
  if (altKey && code?.startsWith('Key')) return code.slice(3);
  if (key === ' ') return 'Space';
  return key.length === 1 ? key.toUpperCase() : key;
}

/** What is held; AltGr only types a sign and looks like Ctrl and Alt on some systems. */
function heldOf(press: Press) {
  const signs = press.getModifierState?.('AltGraph') ?? false;
  const { metaKey, ctrlKey, altKey } = press;
  return { metaKey, ctrlKey: ctrlKey && !signs, altKey: altKey && !signs };
}

/** The press as it is written in the table, or null for a modifier alone. */
export function chordOf(press: Press, mac = onMac): string | null {
  if (bare.has(press.key)) return null;
  const key = keyOf(press);
  // "?" and "/" already tell that Shift was needed on this keyboard; letters do not.
  const shift = press.shiftKey && (key.length > 1 || /[A-Z]/.test(key));
  const { metaKey: meta, ctrlKey: ctrl, altKey: alt } = heldOf(press);
  const mod = mac ? meta : ctrl;
  const other = mac ? ctrl : meta;
  const names = [mod && 'Mod', other && 'Ctrl', alt && 'Alt', shift && 'Shift', key];
  return names.filter(Boolean).join('+');
}

/** True when the press is one that a text field would take as text or for moving about. */
export function types(chord: string): boolean {
  return !/^(Mod|Ctrl|Alt)\+/.test(chord) && !/^(Shift\+)?(Escape|F\d+)$/.test(chord);
}

const macNames: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Ctrl: '⌃' };
const names: Record<string, string> = {
  Mod: 'Ctrl', Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←',
  ArrowRight: '→', Delete: 'Del',
};

/** The keys as a reader sees them: "Ctrl K", "⌘ K". */
export function shown(keys: string, mac = onMac): string {
  const one = (part: string) => (mac && macNames[part]) || names[part] || part;
  return keys.split(/[+ ](?=.)/).map(one).join(' ');
}
