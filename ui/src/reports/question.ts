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

/** A period by its name, around a day; `all` has no bounds. */
export function periodOf(name: string, day: string): { from: string; to: string } | null {
  const year = Number(day.slice(0, 4));
  const monthStart = new Date(`${day.slice(0, 7)}-01T00:00Z`);
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  const month = (offset: number) => {
    const start = new Date(Date.UTC(year, monthStart.getUTCMonth() + offset, 1));
    const end = new Date(Date.UTC(year, monthStart.getUTCMonth() + offset + 1, 0));
    return { from: iso(start), to: iso(end) };
  };
  const whole = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
  const periods: Record<string, { from: string; to: string }> = {
    month: month(0), lastMonth: month(-1), year: whole(year), lastYear: whole(year - 1),
  };
  return periods[name] ?? null;
}
