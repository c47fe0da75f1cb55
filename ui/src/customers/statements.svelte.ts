// The statements of many customers while they are being asked for: tried first, then written.
import { book, call, jobs, kept, toCallError, type JobOutputs, type JobState, type Language,
  type StatementBatch, type StatementBatchReport } from '../api';
import { statementDays } from '../kit/fields/periods';
import { Draft } from '../kit/form/draft.svelte';
import { look } from '../kit/look.svelte';
import { Printers } from '../kit/print/printers.svelte';
import { sentenceOf } from '../kit/sentence';

/** Of these customers, or of all of a list. */
export type Whose = Pick<StatementBatch, 'customers'> | Pick<StatementBatch, 'list'>;

/** The most customers of one document. */
const MOST_IN_ONE = 1000;

export class StatementsDraft extends Draft {
  readonly count: number;
  readonly printers = new Printers();
  from = $state('');
  to = $state('');
  language = $state<Language>(look.reportLanguage);
  skipQuiet = $state(true);
  target = $state<'file' | 'folder' | 'printer'>('file');
  folder = $state('');
  job = $state<string>();
  preview = $state.raw<StatementBatchReport>();
  /** Why it could not be tried. */
  refused = $state<string>();
  readonly #whose: Whose;
  #turn = 0;

  constructor(whose: Whose, count: number) {
    super();
    this.#whose = whose;
    this.count = count;
    if (count > MOST_IN_ONE) this.target = 'folder';
    this.folder = kept.read('folder', '');
    ({ from: this.from, to: this.to } = statementDays(book.today, null, null));
    this.settle();
  }

  get state(): JobState | undefined {
    return jobs.get(this.job);
  }

  protected fields(): unknown {
    return [this.from, this.to, this.language, this.skipQuiet];
  }

  /** What is asked for; changes whenever what it would come to may change. */
  get asked(): StatementBatch {
    const { from, to, language } = this;
    return { ...this.#whose, from, to, language, skip_quiet: this.skipQuiet };
  }

  /** Tries what would be written. */
  async tryOut(asked: StatementBatch): Promise<void> {
    const turn = ++this.#turn;
    this.refused = undefined;
    try {
      const report = await this.#run({ ...asked, dry_run: true });
      if (turn === this.#turn) this.preview = report;
    } catch (cause) {
      if (turn === this.#turn) [this.preview, this.refused] = [undefined, sentenceOf(cause)];
    }
  }

  /** More than one document can hold: each goes to a file of its own. */
  get many(): boolean {
    return this.count > MOST_IN_ONE;
  }

  /** Writes to a file or a folder, or prints. */
  write(path: string | null): Promise<StatementBatchReport | undefined> {
    const { target } = this;
    const print = target === 'printer' ? this.printers.printing() : null;
    const folder = target === 'folder' ? this.folder.trim() : null;
    return this.send(() => this.#run({ ...this.asked, path, folder, print }));
  }

  async #run(asked: StatementBatch): Promise<StatementBatchReport> {
    const { job } = await call('documents.batch_statements', asked);
    if (!asked.dry_run) this.job = job;
    const state = await jobs.ended(job);
    if (state.error) throw toCallError(state.error);
    return state.output as JobOutputs['documents.batch_statements'];
  }
}
