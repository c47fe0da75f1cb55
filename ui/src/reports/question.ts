// The parameters of a report stand in the address, so that a report can be kept and come back to.
import type { ReportInfo, ReportInput } from '../api';

/** What the address asks of a report: only what this report takes. */
export function inputOf(report: ReportInfo, query: URLSearchParams): ReportInput {
  const takes = new Set(report.parameters);
  const text = (key: 'from' | 'to') => (takes.has(key) && query.get(key)) || undefined;
  const by = query.get('by') ?? '';
  const limit = Number(query.get('limit'));
  return {
    report: report.report,
    ...(text('from') && { from: text('from') }),
    ...(text('to') && { to: text('to') }),
    ...(takes.has('by') && report.by.includes(by) && { by }),
    ...(takes.has('limit') && Number.isSafeInteger(limit) && limit > 0 && { limit }),
    ...(takes.has('compare') && query.get('compare') === 'yes' && { compare: true }),
  };
}
