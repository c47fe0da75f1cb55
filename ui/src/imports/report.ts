// The output of an import's job, as crates/app/src/imports/report.rs defines it.

/** What an import did. Every row of the file is in `counts` once. */
export interface ImportReport {
  /** The import, by which it can be undone; null when nothing was written. */
  run: string | null;
  file: string;
  dry_run: boolean;
  /** Called off before the end; running it again completes it. */
  cancelled: boolean;
  rows: number;
  /** What the rows are: `sale_line`, `return_line`, … or `refused`. */
  counts: Record<string, number>;
  /** What was done with the rows that are not refused: `imported`, `already_there`, … */
  outcomes: Record<string, number>;
  refused_by_code: Record<string, number>;
  documents: number;
  already_there: number;
  created: Created;
  /** The first thousand refused rows. */
  refused: RefusedRow[];
  duplicates: Listed;
  subcent_lines: Listed;
  /** Billionths of the currency's unit. */
  rounding_difference_nano: number;
}

/** A row that was refused. */
export interface RefusedRow {
  row: number;
  column: string | null;
  code: string;
  detail: string;
  value: string;
}

/** Records that an import made. */
export interface Created {
  orders: number;
  stock_documents: number;
  customers: number;
  products: number;
}

/** A count, and the first few of what was counted. */
export interface Listed {
  count: number;
  first: unknown[];
}
