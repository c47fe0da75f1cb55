// Something done with many records, as a job: how it would come out, tried while it is being said,
// and how it did.
import { CallError, jobs, newRequestId, type JobState } from '../../api';
import { sentenceOf } from '../sentence';

const TRIED_AFTER_MS = 250;

/** How it is sent: under which request, and whether it is only tried. */
export interface Sending {
  request_id: string;
  dry_run: boolean;
}

/** Waits for the job of a batch; `begun` is told its id. Throws what it failed with. */
export async function outcomeOf<Report>(
  started: Promise<{ job: string }>, begun: (job: string) => void,
): Promise<Report | undefined> {
  const { job } = await started;
  begun(job);
  const state = await jobs.ended(job);
  if (state.error) throw new CallError(state.error);
  return (state.output ?? undefined) as Report | undefined;
}

export abstract class Trial<Asked, Report> {
  readonly count: number;
  preview = $state.raw<Report>();
  result = $state.raw<Report>();
  failure = $state<string>();
  started = $state(false);
  #job = $state<string>();
  #tried: string | undefined;
  #turn = 0;
  // Made once: pressed twice, everything is done once.
  readonly #requestId = newRequestId();

  constructor(count: number) {
    this.count = count;
  }

  /** Sends it. */
  protected abstract begin(asked: Asked, sending: Sending): Promise<{ job: string }>;

  get state(): JobState | undefined {
    return jobs.get(this.#job);
  }

  get running(): boolean {
    return this.started && !this.result && !this.failure;
  }

  /** Tries what would come out, shortly after the last change of how. */
  tryOut(asked: Asked): void {
    const said = JSON.stringify(asked);
    if (said === this.#tried || this.started) return;
    this.#tried = said;
    const turn = ++this.#turn;
    setTimeout(() => void this.#tryOut(turn, asked), TRIED_AFTER_MS);
  }

  async #tryOut(turn: number, asked: Asked): Promise<void> {
    const wanted = () => turn === this.#turn && !this.started;
    if (!wanted()) return;
    this.preview = undefined;
    const sending = { request_id: newRequestId(), dry_run: true };
    const report = await this.#run(asked, sending, wanted);
    if (wanted()) this.preview = report;
  }

  /** Does it. */
  async start(asked: Asked): Promise<Report | undefined> {
    if (this.started) return undefined;
    this.started = true;
    this.#turn += 1;
    const sending = { request_id: this.#requestId, dry_run: false };
    this.result = await this.#run(asked, sending, () => true);
    if (!this.result) this.started = false;
    return this.result;
  }

  async #run(
    asked: Asked, sending: Sending, wanted: () => boolean,
  ): Promise<Report | undefined> {
    this.failure = undefined;
    try {
      return await outcomeOf<Report>(this.begin(asked, sending), (job) => {
        if (wanted()) this.#job = job;
      });
    } catch (cause) {
      if (wanted()) this.failure = sentenceOf(cause);
      return undefined;
    }
  }
}
