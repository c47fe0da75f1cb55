// Long work: the jobs that run or ran in this session, by id, kept current by "job" events.
import { host } from '../host';
import { call } from './call';
import type { JobState } from './generated';

/** The window sends the state itself, the HTTP host sends it wrapped. */
function stateOf(payload: unknown): JobState {
  const { job } = payload as { job: unknown };
  return (typeof job === 'object' ? job : payload) as JobState;
}

/** All jobs known, newest first when read through `jobs.all`. */
class Jobs {
  #known = $state.raw<ReadonlyMap<string, JobState>>(new Map());
  #waiting: (() => void)[] = [];

  /** Starts to listen; call once at start. */
  listen(): void {
    host.listen('job', (payload) => this.put(stateOf(payload)));
    void call('jobs.list', {}).then(({ jobs: list }) => list.forEach((job) => this.put(job)),
      () => undefined);
  }

  /** Takes in a state; a finished job is never made to run again by a late event. */
  put(job: JobState): void {
    const before = this.#known.get(job.job);
    if (before && before.state !== 'running' && job.state === 'running') return;
    this.#known = new Map(this.#known).set(job.job, job);
    this.#waiting.splice(0).forEach((resolve) => resolve());
  }

  get(id: string | undefined): JobState | undefined {
    return id === undefined ? undefined : this.#known.get(id);
  }

  get running(): JobState[] {
    return [...this.#known.values()].filter((job) => job.state === 'running');
  }

  /** Follows a job that was just started, until the events take over. */
  async follow(id: string): Promise<JobState> {
    const job = await call('jobs.get', { job: id });
    this.put(job);
    return job;
  }

  /** Waits until a job has ended. */
  async ended(id: string): Promise<JobState> {
    let job = this.get(id) ?? await this.follow(id);
    while (job.state === 'running') {
      await this.#next();
      job = this.get(id) ?? await this.follow(id);
    }
    return job;
  }

  #next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async cancel(id: string): Promise<void> {
    this.put(await call('jobs.cancel', { job: id }));
  }
}

export const jobs = new Jobs();
