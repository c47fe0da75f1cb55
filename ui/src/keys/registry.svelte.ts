// Who answers to a command right now, and the one listener for keys. A screen provides what its
// commands do while it is shown; nothing else listens for shortcuts.
import { chordOf, types } from './chord';
import { commandIds, commands, specOf, type CommandId } from './commands';

/** What a command does; `undefined` while it makes no sense. */
export type Handlers = { [id in CommandId]?: (() => void) | undefined };

const SEQUENCE_MS = 1200;

class Registry {
  #layers = $state.raw<readonly (() => Handlers)[]>([]);
  /** The same layers. When an effect is undone, state is read as it was before the update that
   *  undoes it: a screen that goes after another has come would take its layer along. */
  #all: readonly (() => Handlers)[] = [];
  #remapped = $state.raw<Readonly<Partial<Record<CommandId, string>>>>({});
  #before: { chord: string; at: number } | undefined;

  /** Adds handlers until the returned function is called; later layers win. */
  provide(handlers: Handlers | (() => Handlers)): () => void {
    const own = typeof handlers === 'function' ? handlers : () => handlers;
    this.#hold([...this.#all, own]);
    return () => this.#hold(this.#all.filter((layer) => layer !== own));
  }

  #hold(layers: readonly (() => Handlers)[]): void {
    this.#all = layers;
    this.#layers = layers;
  }

  /** What the command does now, or nothing. */
  handlerOf(id: CommandId): (() => void) | undefined {
    return this.#layers.map((layer) => layer()).findLast((one) => id in one)?.[id];
  }

  run(id: CommandId): void {
    this.handlerOf(id)?.();
  }

  /** The commands that can be run now and are worth offering. */
  get offered(): CommandId[] {
    return commandIds.filter((id) => !specOf(id).hidden && this.handlerOf(id));
  }

  /** The keys of a command, the user's own when they changed them. */
  keysOf(id: CommandId): string {
    return this.#remapped[id] ?? commands[id].keys;
  }

  get remapped(): Readonly<Partial<Record<CommandId, string>>> {
    return this.#remapped;
  }

  /** Takes over the user's own keys. */
  remap(keys: Partial<Record<CommandId, string>>): void {
    this.#remapped = keys;
  }

  /** The command that these keys would run beside `id`: the same keys where both can work. */
  rivalOf(id: CommandId, keys: string): CommandId | undefined {
    return rival(id, keys, (other) => this.keysOf(other));
  }

  /** Takes a key press; true when a command ran. `typing` means a text field has the focus. */
  press(event: KeyboardEvent, typing: boolean): boolean {
    const chord = chordOf(event);
    if (chord === null || (typing && types(chord))) return false;
    const sequence = this.#sequence(chord, event.timeStamp);
    const id = this.#find(sequence) ?? this.#find(chord);
    this.#before = id ? undefined : { chord, at: event.timeStamp };
    if (!id) return false;
    this.run(id);
    return true;
  }

  #sequence(chord: string, at: number): string | undefined {
    const before = this.#before;
    return before && at - before.at < SEQUENCE_MS ? `${before.chord} ${chord}` : undefined;
  }

  #find(keys: string | undefined): CommandId | undefined {
    if (keys === undefined) return undefined;
    return commandIds.find((id) => this.keysOf(id) === keys && this.handlerOf(id));
  }
}

/** Screens that are open together: a record's commands work beside those of its kind. */
const together: readonly (readonly string[])[] = [
  ['record', 'order'], ['record', 'product'], ['record', 'customer'], ['record', 'editor'],
  ['record', 'document'], ['record', 'count'], ['record', 'transfer'],
];

function meet(a: string, b: string): boolean {
  if (a === b || a === 'everywhere' || b === 'everywhere') return true;
  return together.some((pair) => pair.includes(a) && pair.includes(b) && !pair.includes('editor'));
}

/** The first other command that has these keys where this one works too. */
export function rival(
  id: CommandId, keys: string, keysOf: (id: CommandId) => string,
): CommandId | undefined {
  if (keys === '') return undefined;
  const scope = commands[id].scope;
  return commandIds.find(
    (other) => other !== id && keysOf(other) === keys && meet(scope, commands[other].scope),
  );
}

export const registry = new Registry();

/** Provides a screen's commands while it is shown; read again when what it reads changes. */
export function useCommands(handlers: () => Handlers): void {
  const now = $derived.by(handlers);
  $effect(() => registry.provide(() => now));
}
