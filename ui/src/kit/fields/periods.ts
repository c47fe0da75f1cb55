// Periods by their names.

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

/** The periods that accounts are stated for; `all` reaches back further than any book. */
export function statementPeriods(today: string) {
  const names = ['month', 'lastMonth', 'year', 'lastYear'] as const;
  const found = names.flatMap((key) => {
    const period = periodOf(key, today);
    if (!period) return [];
    return [{ key, from: period.from, to: period.to < today ? period.to : today }];
  });
  return [...found, { key: 'all' as const, from: '1970-01-01', to: today }];
}

/** The days of a statement: those that were said, else the month until its end. */
export function statementDays(
  today: string, from: string | null, to: string | null,
): { from: string; to: string } {
  return { from: from ?? `${today.slice(0, 7)}-01`, to: to ?? today };
}
