// What a customer is likely to hand over: the next round amounts that the notes of a currency make.
// These are offers to press, never figures of the sale.

const notes: Record<string, readonly number[]> = {
  GBP: [5, 10, 20, 50], EUR: [5, 10, 20, 50, 100, 200], USD: [1, 5, 10, 20, 50, 100],
  CAD: [5, 10, 20, 50, 100], AUD: [5, 10, 20, 50, 100], NZD: [5, 10, 20, 50, 100],
  CHF: [10, 20, 50, 100, 200], JPY: [1_000, 5_000, 10_000], CNY: [1, 5, 10, 20, 50, 100],
  INR: [10, 20, 50, 100, 200, 500], KRW: [1_000, 5_000, 10_000, 50_000],
  SEK: [20, 50, 100, 200, 500], NOK: [50, 100, 200, 500], DKK: [50, 100, 200, 500],
  PLN: [10, 20, 50, 100, 200, 500], CZK: [100, 200, 500, 1_000, 2_000],
  HUF: [500, 1_000, 2_000, 5_000, 10_000, 20_000], ISK: [500, 1_000, 5_000, 10_000],
};
const usual = [5, 10, 20, 50, 100];
const usualWhole = [500, 1_000, 5_000, 10_000];

const OFFERS_MAX = 5;

/** Round amounts above the total, the nearest first; each note or several of it makes one. */
export function offers(total_minor: number, currency: string, digits: number): number[] {
  const units = notes[currency] ?? (digits === 0 ? usualWhole : usual);
  const sizes = units.map((unit) => unit * 10 ** digits);
  const next = sizes.map((size) => Math.ceil(total_minor / size) * size);
  const round = [...new Set(next)].filter((amount) => amount > total_minor);
  return round.sort((a, b) => a - b).slice(0, OFFERS_MAX);
}
