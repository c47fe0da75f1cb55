// How far a job is, in words.
import type { JobState } from '../../api';
import { format, t } from '../../text';

/** "12,000 of 541,909 rows · about 8 sec left". */
export function progressOf(job: JobState): string {
  const unit = t.jobs.units[job.unit] ?? job.unit;
  const done = format.count(job.done);
  const counts = job.total === null
    ? t.jobs.counted(done, unit)
    : t.jobs.progress(done, format.count(job.total), unit);
  if (job.state !== 'running' || job.remaining_ms === null) return counts;
  return `${counts} · ${t.jobs.remaining(format.span(job.remaining_ms))}`;
}
