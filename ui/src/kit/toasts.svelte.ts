// Short words about what was done, that never stand in the way; one may carry a way back.

/** A message that goes by itself, unless it is about a failure. */
export interface Toast {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  action?: { label: string; run: () => void };
}

const SHOWN_MS = 6_000;
const SHOWN_MAX = 3;

class Toasts {
  list = $state.raw<readonly Toast[]>([]);
  #next = 1;

  /** Says what was done. */
  say(text: string, action?: Toast['action']): void {
    // One at a time: what was done before is known by now.
    this.list = this.list.filter((one) => one.tone === 'bad');
    const toast: Toast = { id: this.#next++, text, tone: 'plain', ...(action && { action }) };
    this.#show(toast);
    setTimeout(() => this.drop(toast.id), SHOWN_MS);
  }

  /** Says what went wrong; stays until it is read and closed. */
  complain(text: string): void {
    if (this.list.some((toast) => toast.text === text)) return;
    this.#show({ id: this.#next++, text, tone: 'bad' });
  }

  drop(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  #show(toast: Toast): void {
    this.list = [...this.list, toast].slice(-SHOWN_MAX);
  }
}

export const toasts = new Toasts();
