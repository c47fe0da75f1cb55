// The desktop window as a host. The only file of the page that names Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import type { Host, Stop } from './host';

/** What the window for the customer shows, as soon as it is not what the page has seen. */
export const nextCustomerView = (seen: number) =>
  invoke<{ version: number; view: unknown }>('customer_view', { seen });

/** Stops a subscription that may still be on its way. */
function stopLater(pending: Promise<Stop>): Stop {
  return () => void pending.then((stop) => stop());
}

export const tauriHost: Host = {
  call: (name, input) => invoke('call', { name, input }),
  async callBytes(name, input) {
    const answer = await invoke<ArrayBuffer | number[]>('call_bytes', { name, input });
    return new Uint8Array(answer);
  },
  listen: (event, hear) => stopLater(listen(event, ({ payload }) => hear(payload))),
  onFileDrop(hear) {
    const heard = getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === 'drop') hear(payload.paths);
    });
    return stopLater(heard);
  },
  // The shell follows the title of the document; the page may not touch the window.
  setTitle(title) {
    document.title = title;
  },
};
