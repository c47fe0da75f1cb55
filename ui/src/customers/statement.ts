// What a customer owes, order by order, saved as a PDF.
import { call, type Customer } from '../api';
import { saveFile } from '../kit/files/save';
import { look } from '../kit/look.svelte';
import { t } from '../text';

export const saveStatement = (customer: Customer): Promise<void> =>
  saveFile(t.documents.statementTitle, `${customer.code ?? t.documents.kinds.statement}.pdf`,
    (path) => call('documents.export_statement', {
      customer: customer.id, language: look.reportLanguage, path,
    }));
