import { describe, expect, it } from 'vitest';
import { ScannerReader, type Verdict } from './scanner';

/** A page as far as the reader can touch it: a field, and the codes that were handed over. */
class Page {
  field = '';
  readonly codes: string[] = [];
  readonly entered: string[] = [];
  now_ms = 1_000;
  #before = '';
  readonly #reader = new ScannerReader();

  press(key: string, after_ms: number, held = false, repeat = false): void {
    this.now_ms += after_ms;
    this.#obey(this.#reader.take({ key, at_ms: this.now_ms, held, repeat }), key);
  }

  type(text: string, gap_ms: number): void {
    for (const key of text) this.press(key, gap_ms);
  }

  scan(code: string, gap_ms = 1, end = 'Enter'): void {
    this.type(code, gap_ms);
    this.press(end, gap_ms);
  }

  rest(): void {
    this.field += this.#reader.rest() ?? '';
  }

  #obey(verdict: Verdict, key: string): void {
    this.field += verdict.giveBack ?? '';
    if (verdict.begins) this.#before = this.field;
    if (verdict.takeBack) this.field = this.#before + (verdict.keep ?? '');
    if (verdict.code) this.codes.push(verdict.code);
    if (verdict.swallow) return;
    if (key === 'Enter') this.entered.push(this.field);
    else if (key.length === 1) this.field += key;
  }
}

const page = () => new Page();
const pad = (number: number) => String(4_000_000_000_000 + number * 7_919);

describe('a scanner', () => {
  it('is heard whole a thousand times at twenty scans a second, and leaves the field alone', () => {
    const one = page();
    one.type('mug', 110);
    for (let number = 0; number < 1_000; number++) {
      one.now_ms += 50 - 14;
      one.scan(pad(number));
    }
    expect(one.codes).toEqual(Array.from({ length: 1_000 }, (_, number) => pad(number)));
    expect([one.field, one.entered]).toEqual(['mug', []]);
  });

  it.each([1, 2, 5, 8, 12, 16, 25])('is heard with %s ms between its keys', (gap_ms) => {
    const one = page();
    one.scan('4006381333931', gap_ms);
    one.now_ms += 200;
    one.scan('ABC-12/x', gap_ms, 'Tab');
    expect([one.codes, one.field]).toEqual([['4006381333931', 'ABC-12/x'], '']);
  });

  it('is heard while another scan follows without a pause', () => {
    const one = page();
    for (const code of ['11111111', '22222222', '33333333']) one.scan(code);
    expect(one.codes).toEqual(['11111111', '22222222', '33333333']);
  });

  it.each(['Tab', '\n', '\r'])('may end with %j', (end) => {
    const till = page();
    till.scan('4006381333931', 1, end);
    expect([till.codes, till.field]).toEqual([['4006381333931'], '']);
  });

  it('may hold Shift between its letters', () => {
    const one = page();
    for (const key of 'AbC9') {
      one.press('Shift', 6);
      one.press(key, 6);
    }
    one.press('Enter', 6);
    expect(one.codes).toEqual(['AbC9']);
  });

  it('is heard whole when the computer was out of breath in the middle of it', () => {
    const one = page();
    one.type('400638', 2);
    one.now_ms += 80;
    one.scan('1333931', 2);
    expect([one.codes, one.field]).toEqual([['4006381333931'], '']);
  });

  it.each([1, 2, 3])('is heard whole when that was after its first %s digits', (digits) => {
    const one = page();
    one.type('7 ', 140);
    one.now_ms += 300;
    one.type('4006381333931'.slice(0, digits), 2);
    one.now_ms += 60;
    one.scan('4006381333931'.slice(digits), 2);
    expect([one.codes, one.field, one.entered]).toEqual([['4006381333931'], '7 ', []]);
  });

  it.each([2, 3])('is heard whole after its first %s letters, with no check digit', (letters) => {
    const one = page();
    one.type('7 ', 140);
    one.now_ms += 70;
    one.type('NORTH-1'.slice(0, letters), 1);
    one.now_ms += 90;
    one.scan('NORTH-1'.slice(letters));
    expect([one.codes, one.field, one.entered]).toEqual([['NORTH-1'], '7 ', []]);
  });

  it('that stopped for good after a late beginning gives back all that it swallowed', () => {
    const one = page();
    one.type('NO', 1);
    one.now_ms += 60;
    one.type('RTH-1', 1);
    one.rest();
    expect([one.codes, one.field]).toEqual([[], 'NORTH-1']);
  });

  it('leaves what a person typed just before it, however soon', () => {
    const one = page();
    one.type('2*', 70);
    one.now_ms += 60;
    one.scan('4006381333931');
    one.now_ms += 60;
    one.scan('A12');
    expect([one.codes, one.field]).toEqual([['4006381333931', 'A12'], '2*']);
  });

  it('may end with Enter twice, and the second is nobody else’s', () => {
    const one = page();
    one.scan('12345678');
    one.press('Enter', 2);
    expect([one.codes, one.entered]).toEqual([['12345678'], []]);
    one.press('Enter', 400);
    expect(one.entered).toEqual(['']);
  });

  it('is heard in three characters when its end comes at its pace', () => {
    const one = page();
    one.scan('A12');
    expect([one.codes, one.field]).toEqual([['A12'], '']);
  });

  it('that sends no end types into the field without losing a digit', () => {
    const one = page();
    one.type('12', 150);
    one.now_ms += 200;
    one.type('40063813', 2);
    one.rest();
    expect([one.codes, one.field]).toEqual([[], '1240063813']);
  });

  it('keeps its hands off the multiplier that was typed before', () => {
    const one = page();
    one.type('3*', 130);
    one.now_ms += 300;
    one.scan('4006381333931');
    expect([one.field, one.codes]).toEqual(['3*', ['4006381333931']]);
  });
});

describe('a person', () => {
  it.each([35, 60, 90, 250])('typing with %s ms between keys is no scanner', (gap_ms) => {
    const one = page();
    one.type('85123A', gap_ms);
    one.press('Enter', gap_ms);
    expect([one.codes, one.entered]).toEqual([[], ['85123A']]);
  });

  it('may roll over two keys, and they stay', () => {
    const one = page();
    one.press('t', 120);
    one.press('h', 9);
    one.press('e', 95);
    one.press('Enter', 12);
    expect([one.codes, one.entered]).toEqual([[], ['the']]);
  });

  it('may hold a key down', () => {
    const one = page();
    one.press('1', 200);
    for (let times = 0; times < 20; times++) one.press('1', 25, false, true);
    one.press('Enter', 20);
    expect([one.codes, one.field]).toEqual([[], '1'.repeat(21)]);
  });

  it('keeps the keys that are held with Ctrl', () => {
    const one = page();
    one.press('a', 100);
    one.press('k', 10, true);
    one.press('Enter', 10);
    expect([one.codes, one.entered]).toEqual([[], ['ak']]);
  });
});
