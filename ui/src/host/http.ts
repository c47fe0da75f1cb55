// The local HTTP host: the same verbs over requests and server-sent events, for development in a
// browser and for end-to-end tests.
import type { EventName, Host } from './host';

async function post(path: string, input: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(input) });
  if (!response.ok) throw await response.json();
  return response;
}

/** One stream for all events; opened when the first listener comes. */
let stream: EventSource | undefined;

function events(): EventSource {
  stream ??= new EventSource('/events');
  return stream;
}

function payloadOf(message: MessageEvent<string>): { type?: string } {
  return JSON.parse(message.data) as { type?: string };
}

function listen(event: EventName, hear: (payload: unknown) => void) {
  const onNamed = (message: Event) => hear(payloadOf(message as MessageEvent<string>));
  const onPlain = (message: MessageEvent<string>) => {
    const payload = payloadOf(message);
    if (payload.type === event) hear(payload);
  };
  events().addEventListener(event, onNamed);
  events().addEventListener('message', onPlain);
  return () => {
    events().removeEventListener(event, onNamed);
    events().removeEventListener('message', onPlain);
  };
}

export const httpHost: Host = {
  call: async (name, input) => (await post(`/call/${name}`, input)).json(),
  callBytes: async (name, input) =>
    new Uint8Array(await (await post(`/bytes/${name}`, input)).arrayBuffer()),
  listen,
  onFileDrop: () => () => undefined,
  setTitle(title) {
    document.title = title;
  },
};
