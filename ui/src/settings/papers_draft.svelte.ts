// How documents look, being changed: the look, the mark, the templates.
import {
  call, type DocumentPapers, type Language, type PaperColumn, type PaperKind, type PaperLook,
  type PaperSheet, type PaperTemplate, type PaperText, type PapersAmend,
} from '../api';
import { Draft } from '../kit/form/draft.svelte';

/** A text of the look that is being written: of one kind and language, or of all. */
type Place = 'opening' | 'closing' | 'foot';

export class PapersDraft extends Draft {
  loaded = $state(false);
  accent = $state('');
  sheet = $state<PaperSheet>('a4');
  letterhead = $state('');
  hidden = $state<PaperColumn[]>([]);
  texts = $state<PaperText[]>([]);
  logo = $state.raw<string | null>(null);
  templates = $state.raw<readonly PaperTemplate[]>([]);
  /** Which text is being written; empty for all. */
  textKind = $state<PaperKind | ''>('');
  textLanguage = $state<Language | ''>('');
  #version = 0;

  async fetch(): Promise<void> {
    this.load(await call('documents.papers', {}));
    this.loaded = true;
  }

  load(papers: DocumentPapers): void {
    const { accent, sheet, letterhead, hidden, texts } = papers.look;
    Object.assign(this, {
      accent, sheet, letterhead, hidden: [...hidden], texts: texts.map((text) => ({ ...text })),
      logo: papers.logo, templates: papers.templates,
    });
    this.#version = papers.version;
    this.settle();
  }

  /** The look as it would be sent. */
  get look(): PaperLook {
    const { accent, sheet, letterhead } = this;
    return {
      accent: accent.trim(), sheet, letterhead, hidden: [...this.hidden],
      texts: this.texts.map((text) => ({ ...text })),
    };
  }

  protected fields(): unknown {
    return this.look;
  }

  hides(column: PaperColumn): boolean {
    return this.hidden.includes(column);
  }

  hide(column: PaperColumn, hidden: boolean): void {
    const others = this.hidden.filter((one) => one !== column);
    this.hidden = hidden ? [...others, column] : others;
  }

  /** What is said at a place, of the kind and language that are being written. */
  text(place: Place): string {
    return this.#current()?.[place] ?? '';
  }

  say(place: Place, words: string): void {
    const known = this.#current();
    if (known) known[place] = words;
    else if (words) this.texts.push({ ...this.#key(), opening: '', closing: '', foot: '',
      [place]: words });
  }

  #key(): Pick<PaperText, 'kind' | 'language'> {
    return { kind: this.textKind || null, language: this.textLanguage || null };
  }

  #current(): PaperText | undefined {
    const { kind, language } = this.#key();
    return this.texts.find((text) => text.kind === kind && text.language === language);
  }

  /** Keeps the look; true when it was taken. */
  keepLook(): Promise<boolean> {
    return this.#amend({ look: this.look });
  }

  /** Takes a picture as the mark, or none; what else was being changed goes with it. */
  keepLogo(path: string | null): Promise<boolean> {
    return this.#amend({ look: this.look, logo: path });
  }

  /** Keeps a template of a kind; without a text the product's comes back. */
  keepTemplate(kind: PaperKind, source: string | undefined): Promise<boolean> {
    const others = this.templates.filter((one) => one.kind !== kind);
    const templates = source === undefined ? others : [{ kind, source }, ...others];
    return this.#amend({ look: this.look, templates });
  }

  async #amend(change: Omit<PapersAmend, 'expected_version'>): Promise<boolean> {
    const request = { request_id: this.requestId, expected_version: this.#version };
    const input = { ...change, ...request };
    const written = await this.send(() => call('documents.amend_papers', input));
    if (!written) return false;
    this.load(written.output);
    return true;
  }
}
