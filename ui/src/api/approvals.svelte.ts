// What somebody else has to approve: the call that was refused waits here until a PIN lets it pass,
// or until it is given up. One at a time.
import type { CallError } from './error';
import type { Permission } from './generated';

/** Whose PIN lets a call pass. */
export interface Approval {
  person: string;
  pin: string;
}

/** A refused call that waits. */
export interface Waiting {
  needs: Permission[];
  /** The same call with an approval; rejects as the call does. */
  again: (approval: Approval) => Promise<void>;
  giveUp: () => void;
}

class Approvals {
  /** The call that waits, for the dialog that asks. */
  waiting = $state.raw<Waiting | undefined>(undefined);

  /** Waits for an approval of a refused call; rejects with the refusal when it is given up. */
  ask<T>(refused: CallError, again: (approval: Approval) => Promise<T>): Promise<T> {
    if (this.waiting) return Promise.reject(refused);
    const needs = (refused.detail ?? '').split(',').filter(Boolean) as Permission[];
    return new Promise<T>((resolve, reject) => {
      const end = (tell: () => void) => {
        this.waiting = undefined;
        tell();
      };
      this.waiting = {
        needs,
        again: async (approval) => {
          try {
            const answer = await again(approval);
            end(() => resolve(answer));
          } catch (cause) {
            // A wrong PIN stays in the dialog; whatever else is wrong is the caller's own matter.
            if (isOfApproval(cause as CallError)) throw cause;
            end(() => reject(cause as CallError));
          }
        },
        giveUp: () => end(() => reject(refused)),
      };
    });
  }
}

const isOfApproval = (error: CallError) =>
  error.code === 'permission_needed' || !!error.field?.startsWith('approval');

export const approvals = new Approvals();
