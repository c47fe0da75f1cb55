// What the customer is shown: asked for again and again, each time answered when it has changed.
import type { CustomerView } from '../api/generated';
import { nextCustomerView } from '../host/tauri';
import { locale, type Language } from '../text';

/** After a question that failed, the next one waits a little. */
const AGAIN_MS = 1_000;

class Shown {
  view = $state.raw<CustomerView | null>(null);
  #running = false;

  /** Follows the counter until stopped. */
  follow(): () => void {
    this.#running = true;
    void this.#ask(0);
    return () => (this.#running = false);
  }

  async #ask(from: number): Promise<void> {
    let seen = from;
    while (this.#running) {
      try {
        const answer = await nextCustomerView(seen);
        seen = answer.version;
        if (answer.view) this.#show(answer.view as CustomerView);
      } catch {
        await new Promise((go) => setTimeout(go, AGAIN_MS));
      }
    }
  }

  #show(view: CustomerView): void {
    void locale.set(view.language as Language);
    document.documentElement.dataset.theme = view.theme;
    document.title = view.shop;
    this.view = view;
  }
}

export const shown = new Shown();
