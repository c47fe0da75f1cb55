// Who is at work: what every screen needs to know of it, kept fresh by change events. While nobody
// is, every window is locked; what was begun in them stays as it is.
import { concerns, onChanged } from './changes';
import { ask } from './call';
import type { Permission, Session } from './generated';

/** How often a window tells whether it was used. */
const TELL_MS = 5_000;

class Staff {
  session = $state.raw<Session | undefined>(undefined);
  #used = false;

  /** Starts to follow who is at work; call once at start. */
  async follow(): Promise<void> {
    onChanged((changed) => {
      if (concerns(changed, ['person', 'book'])) void this.refresh();
    });
    const used = () => (this.#used = true);
    for (const hand of ['keydown', 'pointerdown', 'wheel'] as const) {
      window.addEventListener(hand, used, { capture: true, passive: true });
    }
    setInterval(() => void this.#tell(), TELL_MS);
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const session = await ask('people.session', {}).catch(() => undefined);
    if (session) this.session = session;
  }

  /** Somebody has to sign in. */
  get locked(): boolean {
    return !!this.session?.guarded && !this.session.person;
  }

  /** Whether whoever is at work may do this without an approval. */
  may(permission: Permission): boolean {
    return this.session?.permissions.includes(permission) ?? true;
  }

  async signIn(person: string, pin: string): Promise<void> {
    this.session = await ask('people.sign_in', { person, pin });
  }

  async lock(): Promise<void> {
    this.session = await ask('people.lock', {});
  }

  /** Tells that the window was used, or hears that it was left alone for too long. */
  async #tell(): Promise<void> {
    if (!this.session?.lock_after_min || this.locked) return;
    const active = this.#used;
    this.#used = false;
    const session = await ask('people.stay', { active }).catch(() => undefined);
    if (session) this.session = session;
  }
}

export const staff = new Staff();
