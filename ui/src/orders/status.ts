// The page that tells a customer how far an order is, saved to a file.
import { call, type Order } from '../api';
import { saveFile } from '../kit/files/save';
import { look } from '../kit/look.svelte';
import { t } from '../text';

export const saveStatus = (order: Order): Promise<void> =>
  saveFile(t.documents.statusTitle, `${order.number || t.states.draft}.html`, (path) =>
    call('documents.export_status', { order: order.id, language: look.reportLanguage, path }));
