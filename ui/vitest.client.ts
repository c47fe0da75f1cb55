// Where unit tests run: Node as it is, with modules as a page gets them. Svelte's build for servers
// has no effects, and what depends on them could not be tested.
import { builtinEnvironments, type Environment } from 'vitest/runtime';

export default {
  ...builtinEnvironments.node, name: 'page', viteEnvironment: 'client',
} satisfies Environment;
