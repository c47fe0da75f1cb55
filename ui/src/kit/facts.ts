// A fact about a record: a pair of a name and a value.

export interface Fact {
  name: string;
  value: string | null | undefined;
  /** Where it leads, outside of the book. */
  href?: string | undefined;
}
