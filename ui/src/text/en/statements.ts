// English: statements of account, and the countries of customers.
import { many } from '../many';

export const statements = {
  title: 'Statement of account',
  text: 'What was owed before the period, everything that moved it, what is open after it and how '
    + 'old that is.',
  chosen: (count: string) => `Statements of ${count} selected`,
  listed: (count: string) => `Statements of all ${count} listed`,
  batchTitle: (count: string) => `Statements of ${many(count, 'customer', 'customers')}`,
  batchText: 'One document, with each customer on pages of its own.',
  skipQuiet: 'Leave out customers who owe nothing and whose account did not move',
  filesText: 'A file for each customer, one after the other, however many there are.',
  target: 'They go to',
  targets: { file: 'a PDF file', folder: 'a folder, a file each', printer: 'a printer' },
  folder: 'Folder', folderHint: 'Its whole path; it is made when it is not there',
  calledOff: (done: string, left: string) =>
    `${many(done, 'statement', 'statements')} saved, ${left} left out when it was stopped`,
  saveTitle: 'Save the statements', fileName: 'statements',
  save: 'Save the statements', print: 'Print the statements',
  found: (count: string, money: string) =>
    `${many(count, 'statement', 'statements')}, ${money} owed in all`,
  quiet: (count: string) => `${many(count, 'customer', 'customers')} left out`,
};

export const countries = {
  title: 'Countries of customers',
  text: 'Some customers came with the name of a country where its code should stand. Electronic '
    + 'invoices need the code.',
  name: 'As it stands', country: 'Becomes', customers: 'Customers', stays: 'not known, stays',
  repair: 'Put the codes there',
  done: (repaired: string) => `${many(repaired, 'customer', 'customers')} changed`,
};
