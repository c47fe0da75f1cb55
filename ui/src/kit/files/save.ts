// Asks where a file goes and has it written; without a dialog it goes to the last folder.
import { call, kept } from '../../api';
import { t } from '../../text';
import { sentenceOf } from '../sentence';
import { toasts } from '../toasts.svelte';
import { chooseSave, folderOf } from './choose';

/** Writes a file by `write`, says where it lies, or why it could not be. */
export async function saveFile(
  title: string, suggested: string, write: (path: string) => Promise<{ path: string }>,
): Promise<void> {
  const ending = suggested.slice(suggested.lastIndexOf('.') + 1);
  const filters = [{ name: ending.toUpperCase(), extensions: [ending] }];
  const answer = await chooseSave({ title, suggested, filters });
  const folder = kept.read('folder', '');
  const path = answer === 'no dialog' ? `${folder}${folder ? '/' : ''}${suggested}` : answer;
  if (!path) return;
  try {
    const done = await write(path);
    kept.write('folder', folderOf(done.path));
    const reveal = () => void call('shell.reveal', { path: done.path }).catch(() => undefined);
    toasts.say(t.documents.saved(done.path), { label: t.reports.reveal, run: reveal });
  } catch (cause) {
    toasts.complain(sentenceOf(cause));
  }
}
