// Ties the scroll bar of the browser to the place in the table, both ways. While the bar is shorter
// than the table, the wheel moves rows, not the bar, so that no row is skipped.
import type { GridModel } from './model.svelte';
import {
  clampTop, isScaled, scrollOfTop, spacerPx, topOfScroll, topToShow, type Sizes,
} from './viewport';

const LINE_PX = 32;

/** Reads a length token of the design from an element. */
function lengthOf(element: HTMLElement, token: string): number {
  return parseFloat(getComputedStyle(element).getPropertyValue(token)) || LINE_PX;
}

export class Scroller<Row> {
  #viewPx = $state(0);
  #rowPx = $state(LINE_PX);
  #headPx = $state(28);
  #frame: HTMLElement | undefined;
  readonly #model: GridModel<Row>;
  readonly sizes: Sizes = $derived.by(() => ({
    total: this.#model.rows.total, rowPx: this.#rowPx, viewPx: this.#viewPx,
  }));
  /** The height of the element behind the rows, the header included. */
  readonly spacerPx: number = $derived(spacerPx(this.sizes) + this.#headPx);

  constructor(model: GridModel<Row>) {
    this.#model = model;
  }

  /** Measures the frame now and whenever it changes, and goes to the remembered place. */
  attach(frame: HTMLElement): () => void {
    this.#frame = frame;
    const measure = () => this.#measure(frame);
    const sizes = new ResizeObserver(measure);
    const looks = new MutationObserver(measure);
    sizes.observe(frame);
    looks.observe(document.documentElement, { attributeFilter: ['data-density'] });
    measure();
    requestAnimationFrame(() => this.moveTo(this.#model.top));
    return () => {
      sizes.disconnect();
      looks.disconnect();
    };
  }

  #measure(frame: HTMLElement): void {
    this.#rowPx = lengthOf(frame, '--row');
    this.#headPx = lengthOf(frame, '--row-head');
    this.#viewPx = Math.max(0, frame.clientHeight - this.#headPx);
    frame.style.setProperty('--pane', `${frame.clientHeight}px`);
  }

  /** The bar moved: follow it, unless it only says what we told it. */
  onscroll = (): void => {
    const frame = this.#frame;
    if (!frame) return;
    const told = scrollOfTop(this.#model.top, this.sizes);
    if (Math.abs(frame.scrollTop - told) < 1) return;
    this.#model.top = topOfScroll(frame.scrollTop, this.sizes);
  };

  onwheel = (event: WheelEvent): void => {
    if (!isScaled(this.sizes) || event.ctrlKey || event.deltaY === 0) return;
    const unit = [1, this.#rowPx, this.#viewPx][event.deltaMode] ?? 1;
    event.preventDefault();
    this.moveTo(this.#model.top + event.deltaY * unit);
  };

  /** Goes to a place in the table and sets the bar to it. */
  moveTo(top: number): void {
    this.#model.top = clampTop(top, this.sizes);
    if (this.#frame) this.#frame.scrollTop = scrollOfTop(this.#model.top, this.sizes);
  }

  /** Goes just far enough that a row shows whole. */
  reveal(row: number): void {
    if (row >= 0) this.moveTo(topToShow(row, this.#model.top, this.sizes));
  }
}
