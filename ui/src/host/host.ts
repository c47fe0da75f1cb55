// What the page may ask of the program around it. Two hosts fill this in: the desktop window
// (tauri.ts) and the local HTTP host (http.ts). Nothing else in the page knows which one runs.

/** The events that a host passes on, by name. Their payloads are typed in api/. */
export type EventName = 'changed' | 'job';

/** Stops a subscription. */
export type Stop = () => void;

/** The door to the program: verbs in JSON or bytes, events, and files dropped on the window. */
export interface Host {
  /** Runs a verb. Rejects with the verb's error object as the program serialised it. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Runs a verb that answers with bytes, such as a chart. */
  callBytes(name: string, input: unknown): Promise<Uint8Array<ArrayBuffer>>;
  /** Hears an event until stopped. */
  listen(event: EventName, hear: (payload: unknown) => void): Stop;
  /** Hears the paths of files dropped on the window; a host without paths never calls it. */
  onFileDrop(hear: (paths: string[]) => void): Stop;
  /** Sets the title of the window. */
  setTitle(title: string): void;
}
