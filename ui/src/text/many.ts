// A count with its noun: "1 order", "2 orders".

/** The formatted count with the noun that goes with it; English and German have two forms. */
export const many = (count: string, one: string, more: string): string =>
  `${count} ${count === '1' ? one : more}`;
