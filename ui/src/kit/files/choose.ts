// Asks for a file with the native dialog; where there is none (in a browser), the caller asks for a
// path in words instead.
import { call, kept, toCallError } from '../../api';
import { sentenceOf } from '../sentence';
import { toasts } from '../toasts.svelte';

/** Which files a dialog shows. */
export interface FileKinds {
  title: string;
  filters: { name: string; extensions: string[] }[];
}

/** A path, nothing when the dialog was left, or that there is no dialog here. */
export type Chosen = string | undefined | 'no dialog';

async function ask(run: () => Promise<{ path: string | null }>): Promise<Chosen> {
  try {
    return (await run()).path ?? undefined;
  } catch (cause) {
    const error = toCallError(cause);
    if (error.code === 'no_window' || error.kind === 'unavailable') return 'no dialog';
    toasts.complain(sentenceOf(error));
    return undefined;
  }
}

const folder = () => kept.read<string | null>('folder', null);

/** Asks which file to read. */
export const chooseOpen = (kinds: FileKinds): Promise<Chosen> =>
  ask(() => call('shell.pick_file', { ...kinds, folder: folder() }));

/** Asks where to write. The dialog itself asks before it takes a file that is there. */
export const chooseSave = (kinds: FileKinds & { suggested: string }): Promise<Chosen> => {
  const { suggested, ...rest } = kinds;
  const input = { ...rest, suggested_name: suggested, folder: folder() };
  return ask(() => call('shell.save_file', input));
};

/** The folder of a file, to begin there the next time. */
export function folderOf(path: string): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}
