import { describe, expect, it, vi } from 'vitest';
import type { Receiving, ReceivingLine } from '../api';
import { Count } from './receiving.svelte';

const line = (purchase: string, number: number, quantity: number, codes: [string, number][]) => ({
  purchase, number: `P-A-00000${number}`, line: number, product: `p${number}`, sku: `S${number}`,
  title: `Goods ${number}`, code: null, quantity_milli: quantity, received_milli: 0,
  pack_milli: null, unit_cost_micro: 1_000_000,
  codes: codes.map(([code, quantity_milli]) => ({ code, quantity_milli })),
}) as ReceivingLine;

const receiving = (lines: ReceivingLine[]): Receiving => ({
  supplier: 's', supplier_name: 'Pottery', currency: 'GBP', location: 'main', lines,
});

function counting(lines: ReceivingLine[], known: Record<string, string> = {}) {
  const keep = vi.fn();
  const lookUp = async (code: string) => (known[code]
    ? { id: known[code], sku: code, title: code } as never : undefined);
  const count = new Count(keep, lookUp);
  count.show(receiving(lines), ['a', 'b']);
  return { count, keep };
}

describe('a delivery being counted', () => {
  it('counts a unit by its barcode and a whole pack by that of the pack', async () => {
    const { count } = counting([line('a', 1, 12_000, [['111', 1_000], ['PACK', 6_000]])]);
    await count.scan('111');
    await count.scan('PACK');
    expect(count.lines[0]?.counted).toBe(7_000);
    expect(count.lines[0]?.over).toBe(-5_000);
  });

  it('multiplies by a figure before the code, or before the next scan', async () => {
    const { count } = counting([line('a', 1, 12_000, [['111', 1_000]])]);
    await count.scan('4*111');
    await count.scan('3*');
    await count.scan('111');
    await count.scan('111');
    expect(count.lines[0]?.counted).toBe(8_000);
  });

  it('fills the first purchase of the same goods before the next, the last beyond', async () => {
    const { count } = counting([line('a', 1, 1_000, [['111', 1_000]]),
      line('b', 1, 2_000, [['111', 1_000]])]);
    for (let scans = 0; scans < 5; scans += 1) await count.scan('111');
    expect(count.lines.map((one) => one.counted)).toEqual([1_000, 4_000]);
    expect(count.lines[1]?.over).toBe(2_000);
  });

  it('takes lot, last day and count from a label, and a number for each piece', async () => {
    const keep = vi.fn();
    const label = { id: 'p1', coded_lot: 'L7', coded_expires: '2027-01-31',
      coded_quantity_milli: 6_000 };
    const lookUp = async (code: string) => (code === 'LABEL' ? label as never : undefined);
    const count = new Count(keep, lookUp);
    const milk = { ...line('a', 1, 12_000, []), tracking: 'lot' as const };
    const phone = { ...line('a', 2, 2_000, [['PHONE', 1_000]]), tracking: 'serial' as const };
    count.show(receiving([milk, phone]), ['a']);
    await count.scan('LABEL');
    await count.scan('LABEL');
    for (const code of ['PHONE', 'S1', 'PHONE']) await count.scan(code);
    expect(count.lines[1]?.unnamed).toBe(1_000);
    await count.scan('S2');
    const lots = count.input().lines.map((one) => one.lots);
    expect(lots).toEqual([
      [{ lot: 'L7', quantity_milli: 12_000, expires: '2027-01-31' }],
      [{ lot: 'S1', quantity_milli: 1_000 }, { lot: 'S2', quantity_milli: 1_000 }],
    ]);
    expect(count.extras).toEqual([]);
  });

  it('takes in what nobody ordered, and puts aside what nobody knows', async () => {
    const { count } = counting([line('a', 1, 1_000, [['111', 1_000]])], { CUP: 'cup' });
    expect(await count.scan('CUP')).toBe(false);
    expect(await count.scan('???')).toBe(false);
    expect(await count.scan('CUP')).toBe(false);
    const input = count.input();
    expect(input.lines).toEqual([{ purchase: 'a', product: 'cup', quantity_milli: 2_000 }]);
    expect(input.set_aside).toEqual([{ code: '???', product: null, quantity_milli: 1_000 }]);
  });

  it('takes the lots of what nobody ordered, and says a refusal where they stand', async () => {
    const found = { id: 'cup', sku: 'CUP', title: 'Cup', tracking: 'serial' };
    const lookUp = async (code: string) => (code === 'CUP' ? found as never : undefined);
    const count = new Count(vi.fn(), lookUp);
    count.show(receiving([line('a', 1, 1_000, [['111', 1_000]])]), ['a']);
    for (const code of ['111', 'CUP', 'S1']) await count.scan(code);
    expect(count.extras[0]).toMatchObject({ quantity: 1_000, tracking: 'serial' });
    expect(count.input().lines[1]).toEqual({
      purchase: 'a', product: 'cup', quantity_milli: 1_000,
      lots: [{ lot: 'S1', quantity_milli: 1_000 }],
    });
    expect(count.fieldShown('lines.1.lots.0.lot')).toBe('CUP.lots.0.lot');
    expect(count.fieldShown('lines.0.quantity_milli')).toBe('a:1.quantity_milli');
    expect(count.fieldShown('purchases')).toBeUndefined();
  });

  it('is taken up again after a crash, under the same request', async () => {
    const lines = [line('a', 1, 12_000, [['111', 1_000]])];
    const { count, keep } = counting(lines);
    await count.scan('111');
    const [line0] = count.lines;
    if (line0) count.price(Object.assign(line0, { cost: 2_000_000, keepCost: true }));
    const left = JSON.parse(JSON.stringify(keep.mock.lastCall?.[0]));
    const again = new Count(() => undefined, async () => undefined);
    again.show(receiving(lines), Count.purchasesOf(left) ?? [], left);
    expect(again.input()).toEqual(count.input());
    expect(again.input().lines[0]).toMatchObject({ unit_cost_micro: 2_000_000, keep_cost: true });
  });

  it('keeps what was counted when another purchase joins, nothing when thrown away', async () => {
    const first = line('a', 1, 12_000, [['111', 1_000]]);
    const { count, keep } = counting([first]);
    await count.scan('111');
    count.show(receiving([first, line('b', 2, 1_000, [['222', 1_000]])]), ['a', 'b']);
    await count.scan('222');
    expect(count.input().lines.map((one) => one.quantity_milli)).toEqual([1_000, 1_000]);
    count.discard();
    expect(keep).toHaveBeenLastCalledWith(null);
    expect(count.empty).toBe(true);
  });

  it('counts among a thousand lines without a pause', async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) =>
      line('a', at + 1, 1_000_000, [[`code ${at}`, 1_000]]));
    const { count } = counting(lines);
    const times = [];
    for (let scan = 0; scan < 1_000; scan += 1) {
      const begin = performance.now();
      await count.scan(`code ${scan}`);
      times.push(performance.now() - begin);
    }
    times.sort((a, b) => a - b);
    expect(times[989]).toBeLessThan(16);
  });
});
