// Joining a book: where it lies, the code that opens it, and this device's name and file.
import { call } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { runJob } from '../kit/jobs/run';

export class JoinDraft extends Draft {
  place = $state('');
  code = $state('');
  name = $state('');
  path = $state('');

  constructor() {
    super();
    this.settle();
  }

  /** A scanned invitation says both: the address stands before the code. */
  scanned(): void {
    const [, place = '', code = ''] = /^(https?:\/\/\S+)\s+(\S+)$/.exec(this.code.trim()) ?? [];
    if (code) [this.place, this.code] = [place, code];
  }

  protected fields(): unknown {
    return [this.place, this.code, this.name, this.path];
  }

  submit(): Promise<unknown> {
    this.scanned();
    const asked = {
      place: this.place.trim(), code: this.code.trim() || null, name: this.name.trim(),
      path: this.path.trim(),
    };
    return this.send(() => runJob(call('sync.join', asked)));
  }
}
