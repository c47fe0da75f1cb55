// The statements of many customers while they are being asked for: tried first, then written.
import { book, call, jobs, toCallError, type JobOutputs, type JobState, type Language,
  type StatementBatch, type StatementBatchReport } from '../api';
import { statementDays } from '../kit/fields/periods';
import { Draft } from '../kit/form/draft.svelte';
import { look } from '../kit/look.svelte';
import { Printers } from '../kit/print/printers.svelte';
import { sentenceOf } from '../kit/sentence';

/** Of these customers, or of all of a list. */
export type Whose = Pick<StatementBatch, 'customers'> | Pick<StatementBatch, 'list'>;

export class StatementsDraft extends Draft {
  readonly count: number;
  readonly printers = new Printers();
  from = $state('');
  to = $state('');
  language = $state<Language>(look.reportLanguage);
  skipQuiet = $state(true);
  target = $state<'file' | 'printer'>('file');
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

  /** Writes to a file, or prints. */
  write(path: string | null): Promise<StatementBatchReport | undefined> {
    const print = path === null ? this.printers.printing() : null;
    return this.send(() => this.#run({ ...this.asked, path, print }));
  }

  async #run(asked: StatementBatch): Promise<StatementBatchReport> {
    const { job } = await call('documents.batch_statements', asked);
    if (!asked.dry_run) this.job = job;
    const state = await jobs.ended(job);
    if (state.error) throw toCallError(state.error);
    return state.output as JobOutputs['documents.batch_statements'];
  }
}
