// A country as it is typed: two letters are a code; anything else stays as a file once brought it.

/** "gb" becomes "GB"; a name that an import kept as it was is left alone. */
export function countryCode(text: string): string {
  const tight = text.trim();
  return /^[a-z]{2}$/i.test(tight) ? tight.toUpperCase() : tight;
}
