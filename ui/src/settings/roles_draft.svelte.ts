// What each role may do, being changed.
import { call, type Permission, type Role, type Roles } from '../api';
import { Draft } from '../kit/form/draft.svelte';

export class RolesDraft extends Draft {
  roles = $state<Role[]>([]);
  added = $state('');
  #version = 0;

  constructor(roles: Roles) {
    super();
    this.load(roles);
  }

  load({ version, roles }: Roles): void {
    this.#version = version;
    this.roles = roles.map((role) => ({ ...role, permissions: [...role.permissions] }));
    this.settle();
  }

  protected fields(): unknown {
    return $state.snapshot(this.roles);
  }

  /** Lets a role do something, or not. */
  toggle(role: Role, permission: Permission): void {
    const has = role.permissions.includes(permission);
    role.permissions = has
      ? role.permissions.filter((one) => one !== permission)
      : [...role.permissions, permission];
  }

  /** A role that may do nothing yet, under the name that was typed. */
  add(): void {
    const name = this.added.trim();
    if (name === '') return;
    const key = crypto.randomUUID();
    this.roles.push({ role: key, name, permissions: [], discount_limit_ppm: 0 });
    this.added = '';
  }

  submit(): Promise<Roles | undefined> {
    return this.send(async () => {
      const asked = {
        request_id: this.requestId, expected_version: this.#version,
        roles: $state.snapshot(this.roles),
      };
      const { output } = await call('people.amend_roles', asked);
      this.load(output);
      return output;
    });
  }
}
