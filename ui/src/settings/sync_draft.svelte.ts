// Connecting with a folder or a hub, and naming this device.
import { call, type SyncStatus } from '../api';
import { Draft } from '../kit/form/draft.svelte';
import { runJob } from '../kit/jobs/run';
import type { SyncRounds } from '../api';

export class ConnectDraft extends Draft {
  place = $state('');
  name = $state('');
  code = $state('');
  sealed = $state(true);

  constructor(name: string) {
    super();
    this.name = name;
    this.settle();
  }

  protected fields(): unknown {
    return [this.place, this.name, this.code, this.sealed];
  }

  get isHub(): boolean {
    return /^https?:/i.test(this.place.trim());
  }

  submit(): Promise<SyncRounds | undefined> {
    const asked = {
      place: this.place.trim(), name: this.name.trim(),
      code: this.isHub && this.code.trim() ? this.code.trim() : null,
      sealed: this.isHub ? this.sealed : null,
    };
    return this.send(() => runJob(call('sync.connect', asked)) as Promise<SyncRounds>);
  }
}

export class NameDraft extends Draft {
  name = $state('');

  constructor(readonly device: string, name: string) {
    super();
    this.name = name;
    this.settle();
  }

  protected fields(): unknown {
    return this.name;
  }

  submit(): Promise<SyncStatus | undefined> {
    return this.send(() => call('sync.rename', { device: this.device, name: this.name.trim() }));
  }
}
