// The day at a glance is there at once; all other screens are fetched when it stands, or as soon as
// one of them is asked for, so that a start does not wait for what it does not show.
import type { Choice, screens } from './screens';
import TodayScreen from './today/TodayScreen.svelte';

/** By then the first screen is painted. */
const FIRST_SCREEN_MS = 400;
const today: Choice = { screen: TodayScreen as Choice['screen'], props: {}, key: 'today' };

class Later {
  #screens = $state.raw<typeof screens>();
  #fetched?: Promise<void>;

  /** The screen of a place; nothing as long as it is not there yet. */
  screen(path: readonly string[]): Choice | undefined {
    if (this.#screens) return this.#screens(path);
    if ((path[0] ?? 'today') !== 'today') {
      void this.#fetch();
      return undefined;
    }
    setTimeout(() => void this.#fetch(), FIRST_SCREEN_MS);
    return today;
  }

  #fetch(): Promise<void> {
    this.#fetched ??= import('./screens').then((module) => {
      this.#screens = module.screens;
    });
    return this.#fetched;
  }
}

export const later = new Later();
