// The open book: what every screen needs to know of it, kept fresh by change events.
import { call } from './call';
import { onChanged } from './changes';
import type { BookInfo } from './generated';

class Book {
  /** The open book, null when none is, undefined before the first answer. */
  info = $state.raw<BookInfo | null | undefined>(undefined);

  /** Starts to follow the book; call once at start. */
  async follow(): Promise<void> {
    onChanged(() => void this.refresh());
    await this.refresh();
  }

  /** Asks again. What was known stays when there is no answer: a book that another program keeps
   *  busy for a moment is not closed. */
  async refresh(): Promise<void> {
    const known = { open: this.info ?? null };
    const status = await call('book.status', {}).catch(() => known);
    this.info = status.open ?? null;
  }

  /** The book that is open; screens of the book are only shown while there is one. */
  get open(): BookInfo {
    if (!this.info) throw new Error('no book is open');
    return this.info;
  }

  /** Decimal digits of the book's currency. */
  get digits(): number {
    return this.info?.currency_digits ?? 2;
  }

  /** The book's business day now. */
  get today(): string {
    return this.info?.today ?? new Date().toISOString().slice(0, 10);
  }
}

export const book = new Book();
