// What somebody has to approve of what was tried last with the money that was handed over.
import type { Permission } from '../api';

class Lacking {
  /** What whoever is at work may not do of it. */
  needs = $state.raw<readonly Permission[]>([]);
}

export const lacking = new Lacking();
