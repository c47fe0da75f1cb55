// The import being prepared: the file, how it is read, a trial, the run. It outlives the screen, so
// that one can look at something else while an import runs.
import {
  call, jobs, toCallError, type CallError, type DateFormat, type Field, type InspectOptions,
  type Inspection, type JobOutputs, type JobState, type Mapping,
} from '../api';
import { customOf, missingOf, noMapping } from './mapping';
import { refit, startOf } from './refit';

class Wizard {
  path = $state('');
  inspection = $state.raw<Inspection | undefined>(undefined);
  mapping = $state.raw<Mapping>(noMapping());
  error = $state.raw<CallError | undefined>(undefined);
  busy = $state(false);
  /** What was said about the form of the file; the rest is detected. */
  #told: InspectOptions = {};
  #looks = 0;
  #trial = $state<string | undefined>(undefined);
  #run = $state<string | undefined>(undefined);

  /** The job that runs or ran last for this file. */
  get job(): JobState | undefined {
    return jobs.get(this.#run ?? this.#trial);
  }

  /** The report of that job, when it is done. */
  get report(): JobOutputs['imports.run'] | undefined {
    const { job } = this;
    const reported = job && (job.state === 'done' || job.state === 'cancelled') && job.output;
    return reported ? (reported as JobOutputs['imports.run']) : undefined;
  }

  /** True once the real run, not only a trial, was started. */
  get started(): boolean {
    return this.#run !== undefined;
  }

  /** The dates are mapped and can be read in several ways, and nobody has said how. */
  get dateFormats(): DateFormat[] {
    const { columns, custom, rows } = this.mapping;
    const days = customOf(rows).filter(({ kind }) => kind === 'date');
    const refs = [columns.placed_at ?? [], days.map(({ key }) => custom?.[key] ?? [])].flat(2);
    const column = this.inspection?.columns.find((one) =>
      refs.includes(one.index) || (one.header !== null && refs.includes(one.header)));
    return column?.date_formats ?? [];
  }

  /** The fields that still need a column; none for a layout that is known. */
  get missing(): Field[] {
    return this.inspection?.layout ? [] : missingOf(this.mapping);
  }

  get needsDateFormat(): boolean {
    const { columns, date_format } = this.mapping;
    return !this.inspection?.layout && columns.placed_at !== undefined && !date_format;
  }

  /** Everything that a trial needs is known. */
  get ready(): boolean {
    return this.missing.length === 0 && !this.needsDateFormat;
  }

  /** Looks at a file. */
  async open(path: string): Promise<void> {
    this.reset();
    this.path = path;
    await this.#inspect();
  }

  /** Looks at the file again, after it could not be read. */
  async again(): Promise<void> {
    await this.#inspect();
  }

  /** Says how the file is read; its columns and first rows follow, and what was chosen stays. */
  async tell(options: InspectOptions): Promise<void> {
    this.#told = { ...this.#told, ...options };
    this.#trial = undefined;
    await this.#inspect();
  }

  async #inspect(): Promise<void> {
    const look = ++this.#looks;
    this.busy = true;
    try {
      const found = await call('imports.inspect', { path: this.path, options: this.#told });
      if (look === this.#looks) this.#see(found);
    } catch (cause) {
      if (look === this.#looks) this.error = toCallError(cause);
    } finally {
      if (look === this.#looks) this.busy = false;
    }
  }

  #see(found: Inspection): void {
    const before = this.inspection;
    this.mapping = before ? refit(this.mapping, before, found) : startOf(found);
    this.inspection = found;
    this.error = undefined;
  }

  change(mapping: Mapping): void {
    this.mapping = mapping;
    this.#trial = undefined;
  }

  /** Back from the report of a trial to the columns. */
  rethink(): void {
    this.#trial = undefined;
  }

  /** Runs everything and takes it back, or runs it for good. */
  async run(dry_run: boolean): Promise<void> {
    const known = this.inspection?.layout != null;
    const mapping = known ? {} : { mapping: this.mapping };
    try {
      const { job } = await call('imports.run', { path: this.path, ...mapping, dry_run });
      await jobs.follow(job);
      if (dry_run) this.#trial = job;
      else this.#run = job;
      this.error = undefined;
    } catch (cause) {
      this.error = toCallError(cause);
    }
  }

  /** Begins anew with no file. */
  reset(): void {
    this.#looks += 1;
    this.#told = {};
    this.busy = false;
    this.path = '';
    this.inspection = undefined;
    this.mapping = noMapping();
    this.error = undefined;
    this.#trial = undefined;
    this.#run = undefined;
  }
}

export const wizard = new Wizard();
