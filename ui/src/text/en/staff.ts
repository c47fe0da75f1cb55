// English: people of the shop, who is at work, approvals and training.
import type { Permission } from '../../api';

export const staff = {
  roles: {
    owner: 'Owner', supervisor: 'Supervisor', cashier: 'Cashier', clerk: 'Clerk',
  } as Record<string, string>,
  permissions: {
    price_override: 'sell at another price',
    discount_over_limit: 'discount beyond the limit',
    refund: 'give money back',
    refund_without_receipt: 'take goods back without a receipt',
    open_drawer: 'open the drawer without a sale',
    cancel: 'cancel orders and throw carts away',
    void_line: 'take lines out of a cart',
    cash_in_out: 'cash in and out',
    close_till: 'count and close the till',
    adjust_stock: 'correct stock',
    sell_expired: 'sell what has expired',
    adjust_points: 'book points by hand',
    change_catalogue: 'change products, prices and promotions, and import',
    change_settings: 'change settings and erase customers',
    manage_people: 'manage people',
    reports: 'look at reports',
    train: 'practise in training',
  } satisfies Record<Permission, string>,
  who: 'Who', pin: 'PIN', signIn: 'Sign in', locked: 'Locked',
  scanned: 'A code was scanned and not taken. The PIN first.',
  switchTitle: 'Who takes over?',
  nobodyElse: 'Nobody else of the shop has a PIN.',
  atWork: (name: string) => `At work: ${name}. Switch`,
  approveTitle: 'An approval is needed',
  approve: 'Approve',
  approveText: (what: string) => `Not allowed to whoever is at work: ${what}.`,
  nobodyMay: (what: string) => `Nobody with a PIN may do this: ${what}.`,
  willAsk: (what: string) => `Somebody has to approve: ${what}.`,
  refused: (what: string) => `Not allowed to whoever is at work: ${what}.`,

  title: 'People',
  text: 'Who works in the shop. As soon as an owner has a PIN, everybody signs in with theirs, and '
    + 'everybody may do what their role allows.',
  empty: 'Nobody yet: whoever sits here may do everything.',
  name: 'Name', nameHint: 'As the shop calls them: on receipts of the till and in histories',
  role: 'Role', add: 'Add a person', addTitle: 'A new person', editTitle: 'Change a person',
  edit: (name: string) => `Change ${name}`,
  newPin: 'New PIN', pinHint: 'Four to twelve digits; empty leaves it as it is',
  hasPin: 'Has a PIN', noPin: 'No PIN', clearPin: 'Take the PIN away',
  archived: 'Works here no more', state: 'State', active: 'Works here',
  saved: (name: string) => `${name}: saved`,
  lockAfter: 'Lock after', never: 'never',
  minutes: (count: string) => `${count} min without a hand on it`,

  rolesText: 'What each role may do by itself. For everything else somebody who may is asked for '
    + 'their PIN. An owner may do everything.',
  permission: 'May', limit: 'Discount by hand up to, %',
  limitOf: (role: string) => `Discount by hand up to, %: ${role}`,
  mayRole: (role: string, what: string) => `${role}: ${what}`,
  addRole: 'Add a role', roleName: 'Name of the new role', rolesSaved: 'Roles saved',

  auditText: 'What was refused and what was approved, the newest first.',
  auditEmpty: 'Nothing was refused or approved yet.',
  when: 'When', what: 'What', whom: 'At work', by: 'By', record: 'About',
  happened: {
    'audit.refused': 'Refused', 'audit.approved': 'Approved', 'audit.done': 'Done',
    'audit.pin_refused': 'Wrong PIN',
  } as Record<string, string>,
  wrongPins: (count: string) => `${count} in a row`,
  earlier: 'Earlier', later: 'Later',
};

export const training = {
  title: 'Training',
  text: 'Practise on a copy of this book. Its numbers begin with T, its receipts say that they are '
    + 'none, and nothing that is done there touches stock, money or reports of the real book.',
  start: 'Start training', goOn: 'Go on practising', fresh: 'Start with a fresh copy',
  banner: 'Training: nothing here is real',
  leave: 'End training', discard: 'End and throw the copy away',
  inside: 'This is the training copy.',
};
