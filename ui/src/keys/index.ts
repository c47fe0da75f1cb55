// Commands and their keys, for the rest of the page.
export { chordOf, shown, onMac } from './chord';
export { commandIds, commands, specOf, type CommandId, type Scope } from './commands';
export { isTyping, listenForKeys } from './listen';
export { registry, useCommands, type Handlers } from './registry.svelte';
