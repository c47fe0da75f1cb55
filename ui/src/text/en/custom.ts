// English: the book's own fields of products and customers.
import type { Code } from '../../api/error';

export const custom = {
  text: 'What you want to know of a product or a customer beyond what every book does. Fields '
    + 'stand in the forms and on the pages, can be columns of the tables, and are searched.',
  subjects: { product: 'Products', customer: 'Customers' },
  empty: 'No fields yet.',
  add: { product: 'Add a field of products', customer: 'Add a field of customers' },
  newTitle: { product: 'New field of products', customer: 'New field of customers' },
  editTitle: (title: string) => `Field: ${title}`,
  edit: (title: string) => `Edit the field ${title}`,
  up: (title: string) => `Move ${title} up`, down: (title: string) => `Move ${title} down`,
  saved: (title: string) => `Field saved: ${title}`,
  title: 'Title', key: 'Key', changes: 'Changes', kind: 'Holds',
  kinds: {
    text: 'Text', number: 'Number', date: 'Day', yes_no: 'Yes or no', choice: 'Choice of a list',
    link: 'Link',
  },
  kindHints: {
    text: 'Up to 2,000 characters.', number: 'An exact decimal.', date: 'A day of the calendar.',
    yes_no: 'May be left open.', choice: 'One of the options below.',
    link: 'An address that begins with https://, http:// or mailto:.',
  },
  kindFixed: 'What a field holds never changes.',
  decimals: 'Decimals',
  decimalsShown: ['None: 12', '1: 12.5', '2: 12.50', '3: 12.500', '4: 12.5000', '5: 12.50000',
    '6: 12.500000'] as readonly string[],
  options: 'Options',
  optionsHint: 'One on each line. What was chosen of an option that is gone stays.',
  hint: 'Hint', required: 'Needed', requiredHint: 'Forms ask for it before they save.',
  asked: 'Needed', needed: 'needed',
  archived: 'Out of use',
  archivedHint: 'No form shows it any more. What was filled in stays.',
  bulkField: 'Field',
};

export const customErrors = {
  custom_decimals: 'This field does not take so many decimals.',
  custom_field_archived: 'This field is out of use.',
  custom_field_unknown: 'The book has no such field.',
  custom_kind: 'This field holds something else.',
  custom_kind_fixed: 'What a field holds never changes. Define another.',
  custom_link: 'This must be an address that begins with https://, http:// or mailto:.',
  custom_option_unknown: 'This is none of the options.',
} satisfies Partial<Record<Code, string>>;
