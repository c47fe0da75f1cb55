// Chooses the host once, at start: the desktop window when it is around us, HTTP otherwise.
import type { Host } from './host';
import { httpHost } from './http';
import { tauriHost } from './tauri';

export type { EventName, Host, Stop } from './host';

const inWindow = '__TAURI_INTERNALS__' in globalThis;

/** The host of this page. */
export const host: Host = inWindow ? tauriHost : httpHost;
