// The page that tells a customer how far an order is, saved to a file.
import { call, kept, type Order } from '../api';
import { chooseSave, folderOf } from '../kit/files/choose';
import { look } from '../kit/look.svelte';
import { sentenceOf } from '../kit/sentence';
import { toasts } from '../kit/toasts.svelte';
import { t } from '../text';

/** Asks for the place and writes the page; without a dialog it goes to the last folder. */
export async function saveStatus(order: Order): Promise<void> {
  const suggested = `${order.number || t.states.draft}.html`;
  const filters = [{ name: 'HTML', extensions: ['html'] }];
  const answer = await chooseSave({ title: t.documents.statusTitle, suggested, filters });
  const folder = kept.read('folder', '');
  const path = answer === 'no dialog' ? `${folder}${folder ? '/' : ''}${suggested}` : answer;
  if (!path) return;
  try {
    const input = { order: order.id, language: look.reportLanguage, path };
    const done = await call('documents.export_status', input);
    kept.write('folder', folderOf(done.path));
    const reveal = () => void call('shell.reveal', { path: done.path }).catch(() => undefined);
    toasts.say(t.documents.saved(done.path), { label: t.reports.reveal, run: reveal });
  } catch (cause) {
    toasts.complain(sentenceOf(cause));
  }
}
