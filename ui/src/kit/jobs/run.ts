// A job from its start to its end, as if it were a call: its output, or what it failed with.
import { CallError, jobs } from '../../api';

/** Waits for a job that is being started; throws what it failed with. */
export async function runJob(started: Promise<{ job: string }>): Promise<unknown> {
  const { job } = await started;
  const ended = await jobs.ended(job);
  if (ended.error) throw new CallError(ended.error);
  return ended.output;
}
