// What the next start of the page paints before anything of it has run: `public/first.js` reads it.
// Only a memory: what holds is what the installation keeps.

/** What the first picture needs to know. */
export interface First {
  theme: string;
  density: string;
  /** A book was open, so that the frame is what comes. */
  book: boolean;
}

const KEY = 'first';

function read(): Partial<First> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<First>;
  } catch {
    return {};
  }
}

export const first = {
  /** Keeps a part of it for the next start. A page without a memory starts plain. */
  keep(part: Partial<First>): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), ...part }));
    } catch {
      // No room or no permission: nothing is lost but a picture.
    }
  },
};
