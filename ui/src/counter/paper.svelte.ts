// Receipts and till reports on paper: what this installation does after a sale, and what became of
// the last thing that was printed. A printer that is off never holds up the next sale.
import { call, kept, toCallError, type Printer, type SlipAsked } from '../api';
import { sentenceOf } from '../kit/sentence';
import { locale, t } from '../text';
import { inCash, slipOf, type Finished } from './finished';

/** What happens to the receipt when a sale is done. */
export type AfterSale = 'always' | 'ask' | 'never';

export const printerHere = (): Printer | undefined =>
  kept.read<Printer | null>('printer', null) ?? undefined;
export const afterSale = (): AfterSale => kept.read<AfterSale>('receipt_after_sale', 'ask');

class Paper {
  /** What became of it, in words; undefined before anything was printed. */
  said = $state.raw<string | undefined>(undefined);
  failed = $state(false);
  busy = $state(false);
  /** The slip as text, when it is looked at. */
  preview = $state.raw<string | undefined>(undefined);

  /** Forgets what was printed: something else is in sight. */
  forget(): void {
    this.said = this.preview = undefined;
    this.failed = false;
  }

  /** What happens by itself when a sale is done: the receipt, or the drawer alone. */
  afterSale(finished: Finished): void {
    this.forget();
    const printer = printerHere();
    if (!printer) return;
    if (afterSale() === 'always') void this.print(slipOf(finished));
    else if (printer.drawer && inCash(finished)) void this.openDrawer();
  }

  async print(asked: SlipAsked): Promise<void> {
    await this.#run(async () => {
      const { copy } = await call('receipts.print', { ...asked, language: this.#language });
      this.said = copy ? t.paper.printedCopy : t.paper.printed;
    });
  }

  /** Writes it to a file as plain text, to be mailed. */
  async save(asked: SlipAsked, path: string): Promise<void> {
    const columns = printerHere()?.columns ?? null;
    const printer: Printer = { kind: 'text', address: path, columns };
    await this.#run(async () => {
      await call('receipts.print', { ...asked, language: this.#language, printer });
      this.said = t.paper.saved(path);
    });
  }

  async openDrawer(): Promise<void> {
    await this.#run(() => call('receipts.drawer', {}));
  }

  /** Shows the slip, or puts it away again. */
  async look(asked: SlipAsked): Promise<void> {
    if (this.preview !== undefined) return void (this.preview = undefined);
    await this.#run(async () => {
      const { text } = await call('receipts.preview', { ...asked, language: this.#language });
      this.preview = text;
    });
  }

  get #language(): 'en' | 'de' {
    return locale.tag.startsWith('de') ? 'de' : 'en';
  }

  async #run(run: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failed = false;
    try {
      await run();
    } catch (cause) {
      this.failed = true;
      this.said = sentenceOf(toCallError(cause));
    } finally {
      this.busy = false;
    }
  }
}

export const paper = new Paper();
