// Writes a document to a file: the native dialog for the place, then the file itself.
import { call, kept, type InputOf } from '../api';
import { chooseSave, folderOf } from '../kit/files/choose';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

type What = Omit<InputOf<'documents.export'>, 'path'>;

export class Saving {
  /** What is to be written while a place is asked for in words. */
  asking = $state.raw<{ what: What; suggested: string } | undefined>(undefined);

  /** Asks for the place and writes. */
  async ask(what: What, name: string): Promise<void> {
    const ending = (what.format ?? 'pdf') === 'pdf' ? 'pdf' : 'xml';
    const suggested = `${name}.${ending}`;
    const filters = [{ name: ending.toUpperCase(), extensions: [ending] }];
    const answer = await chooseSave({ title: t.documents.saveTitle, suggested, filters });
    if (answer === 'no dialog') this.asking = { what, suggested };
    else if (answer) await this.#write(what, answer);
  }

  /** Writes to the place that was told in words. */
  async write(path: string): Promise<void> {
    const what = this.asking?.what;
    this.leave();
    if (what) await this.#write(what, path);
  }

  /** Writes nothing. */
  leave(): void {
    this.asking = undefined;
  }

  async #write(what: What, path: string): Promise<void> {
    try {
      const done = await call('documents.export', { ...what, path });
      kept.write('folder', folderOf(done.path));
      const reveal = () => void call('shell.reveal', { path: done.path }).catch(() => undefined);
      toasts.say(t.documents.saved(done.path), { label: t.reports.reveal, run: reveal });
    } catch (cause) {
      toasts.complain(sentenceOf(cause));
    }
  }
}
