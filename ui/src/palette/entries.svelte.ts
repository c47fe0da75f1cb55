// What the palette offers for what is typed: commands at once, records as soon as they are found.
import { call, type Hit } from '../api';
import { registry, type CommandId } from '../keys';
import { customerName } from '../kit/names';
import { place } from '../kit/place.svelte';
import { t } from '../text';
import { matches } from './match';

/** One line of the palette. */
export interface Entry {
  id: string;
  title: string;
  detail?: string | null;
  kind?: string;
  command?: CommandId;
  run: () => void;
}

const HITS_MAX = 20;
const folders: Record<string, string> = {
  order: 'orders', product: 'products', customer: 'customers', lot: 'lots',
};

function commandEntry(id: CommandId): Entry {
  return { id, title: t.commands[id], command: id, run: () => registry.run(id) };
}

function hitEntry({ kind, id, title, detail }: Hit): Entry {
  const folder = folders[kind] ?? 'orders';
  const name = t.kinds[kind as keyof typeof t.kinds] ?? kind;
  const shown = kind === 'customer' ? customerName(title) : title;
  const about = kind === 'order' && detail ? customerName(detail) : detail;
  // A lot is known by its product and its code.
  const query = kind === 'lot' ? new URLSearchParams({ lot: title }) : undefined;
  const run = () => place.go([folder, id], query);
  return { id: `${kind}:${id}`, title: shown, detail: about, kind: name, run };
}

export class PaletteDraft {
  #text = $state('');
  #hits = $state.raw<readonly Hit[]>([]);
  #number = 0;
  at = $state(0);
  // What could be run when the palette opened: the palette itself provides nothing.
  readonly #commands = registry.offered;

  readonly entries: Entry[] = $derived.by(() => {
    const commands = this.#commands.map(commandEntry)
      .filter((entry) => matches(entry.title, this.#text));
    return [...commands, ...this.#hits.map(hitEntry)];
  });

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    this.#text = text;
    this.at = 0;
    void this.#find(text.trim());
  }

  move(step: number): void {
    const last = this.entries.length - 1;
    const to = this.at + step;
    const around = Math.abs(step) === 1 && (to < 0 || to > last);
    this.at = around ? (to < 0 ? last : 0) : Math.max(0, Math.min(last, to));
  }

  async #find(text: string): Promise<void> {
    const number = ++this.#number;
    const empty = text.length < 2;
    const answer = empty ? { hits: [] }
      : await call('book.search', { text, limit: HITS_MAX }).catch(() => ({ hits: [] }));
    if (number === this.#number) this.#hits = answer.hits;
  }
}
