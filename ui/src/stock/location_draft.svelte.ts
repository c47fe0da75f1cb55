// A place being written, new or changed.
import { call, type LocationKind, type LocationRow } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class LocationDraft extends Draft {
  name = $state('');
  code = $state('');
  kind = $state<LocationKind>('shop');
  parent = $state('');
  sellable = $state(true);
  readonly #saved: LocationRow | undefined;

  constructor(saved: LocationRow | undefined) {
    super();
    this.#saved = saved;
    if (saved) {
      const { name, code, kind, parent, sellable } = saved;
      Object.assign(this, { name, code: code ?? '', kind, parent: parent ?? '', sellable });
    }
    this.settle();
  }

  /** Whether it lies in another place. */
  get inner(): boolean {
    return this.kind === 'shelf' || this.kind === 'bin';
  }

  protected fields(): unknown {
    return [this.name, this.code, this.kind, this.parent, this.sellable];
  }

  /** Sends it; gives the place when it was taken. */
  async submit(): Promise<LocationRow | undefined> {
    const saved = this.#saved;
    const { kind, sellable, requestId: request_id } = this;
    const said = {
      name: this.name.trim(), code: this.code.trim() || null, kind, sellable,
      parent: this.inner ? this.parent || null : null,
    };
    const written = await this.send(() => saved
      ? call('locations.amend', {
        ...said, id: saved.id, expected_version: saved.version, request_id,
      })
      : call('locations.create', { ...said, request_id }));
    return written?.output;
  }
}
