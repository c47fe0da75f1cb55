// Reads what a clerk types into a field for figures: "1,234.5", "12*3.5", "(2+3)/4", in the
// reader's separators. The answer is an exact integer in the field's smallest unit.
import {
  add, divide, isWhole, multiply, rational, scaled, subtract, type Rational,
} from './rational';

/** What came of the typed text: nothing, a figure, or why not. */
export type Parsed =
  | { state: 'empty' }
  | { state: 'ok'; value: bigint }
  | { state: 'bad'; why: 'not_a_number' | 'too_many_decimals' | 'divided_by_zero' };

/** The separators in use. */
export interface Separators {
  decimal: string;
  group: string;
}

/** The separators of a locale. */
export function separatorsOf(tag: string): Separators {
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(12345.6);
  const of = (type: string) => parts.find((part) => part.type === type)?.value;
  return { decimal: of('decimal') ?? '.', group: of('group') ?? ',' };
}

type Token = { kind: 'number'; value: Rational; text: string } | { kind: 'sign'; text: string };

/** "1.234,50" without its groups and with a point: a mark is a group only where a group can be. */
function plain(text: string, { decimal, group }: Separators): string | null {
  const tight = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const groupMark = /\s/.test(group) || group === '’' ? '' : group;
  const escaped = groupMark.replace(/[.]/g, '\\.');
  const grouped = groupMark !== '' && new RegExp(`^\\d{1,3}(${escaped}\\d{3})+(?!\\d)`).test(tight);
  const ungrouped = grouped ? tight.split(groupMark).join('') : tight;
  const pointed = ungrouped.replaceAll(decimal, '.').replaceAll(',', '.');
  return /^(\d+\.?\d*|\.\d+)$/.test(pointed) ? pointed : null;
}

function readNumber(text: string, separators: Separators): Rational | null {
  const pointed = plain(text, separators);
  if (pointed === null) return null;
  const [whole = '', part = ''] = pointed.split('.');
  return rational(BigInt(`${whole}${part}` || '0'), 10n ** BigInt(part.length));
}

function tokensOf(text: string, separators: Separators): Token[] | null {
  const tokens: Token[] = [];
  const pattern = /([\d.,'’\u00a0\u202f]+)|([-+*/()×x÷−:])|(\s+)|(.)/gy;
  for (const [, figure, sign, space, other] of text.matchAll(pattern)) {
    if (other !== undefined) return null;
    if (space !== undefined) continue;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: meaning(sign) });
    if (figure === undefined) continue;
    const value = readNumber(figure, separators);
    if (value === null) return null;
    tokens.push({ kind: 'number', value, text: figure });
  }
  return tokens;
}

const meaning = (sign: string): string =>
  ({ '×': '*', x: '*', '÷': '/', ':': '/', '−': '-' })[sign] ?? sign;

class DividedByZero extends Error {}

/** Reads sums of products of signed figures and brackets; throws on anything else. */
class Reader {
  #at = 0;
  constructor(readonly tokens: Token[]) {}

  all(): Rational {
    const value = this.#sum();
    if (this.#at < this.tokens.length) throw new SyntaxError();
    return value;
  }

  #take(...signs: string[]): string | undefined {
    const token = this.tokens[this.#at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #sum(): Rational {
    let value = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      value = sign === '+' ? add(value, this.#product()) : subtract(value, this.#product());
    }
    return value;
  }

  #product(): Rational {
    let value = this.#figure();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/')) {
      const right = this.#figure();
      const result = sign === '*' ? multiply(value, right) : divide(value, right);
      if (result === null) throw new DividedByZero();
      value = result;
    }
    return value;
  }

  #figure(): Rational {
    if (this.#take('-')) return subtract(rational(0n), this.#figure());
    if (this.#take('+')) return this.#figure();
    if (this.#take('(')) {
      const inner = this.#sum();
      if (!this.#take(')')) throw new SyntaxError();
      return inner;
    }
    const token = this.tokens[this.#at++];
    if (token?.kind !== 'number') throw new SyntaxError();
    return token.value;
  }
}

/**
 * Reads the text as a figure in units of `10^-digits`. A figure typed with more decimals is
 * refused; one that comes out of arithmetic is rounded half away from zero.
 */
export function readFigure(text: string, digits: number, separators: Separators): Parsed {
  if (text.trim() === '') return { state: 'empty' };
  const tokens = tokensOf(text.trim(), separators);
  if (tokens === null || tokens.length === 0) return { state: 'bad', why: 'not_a_number' };
  try {
    const value = new Reader(tokens).all();
    const computed = tokens.filter((token) => token.kind === 'number').length > 1;
    if (!computed && !isWhole(value, digits)) return { state: 'bad', why: 'too_many_decimals' };
    return { state: 'ok', value: scaled(value, digits) };
  } catch (cause) {
    const zero = cause instanceof DividedByZero;
    return { state: 'bad', why: zero ? 'divided_by_zero' : 'not_a_number' };
  }
}
