// Every command of the page in one table: its keys and where it works. The palette, the buttons,
// the tooltips, the sheet of keys and the settings are all drawn from here.
// Keys are written as "Mod+K", "Shift+N", "?", "G O" (one after the other); Mod is Ctrl, or ⌘ on a
// Mac. Plain letters work only while no text field has the focus.

/** Where a command works: everywhere, or on the screens of one kind. */
export type Scope = 'everywhere' | 'list' | 'record' | 'today' | 'order' | 'product' | 'customer'
  | 'editor' | 'change' | 'inbox' | 'report' | 'counter' | 'document';

/** One row of the table. `hidden` commands are not offered in the palette. */
export interface CommandSpec {
  keys: string;
  scope: Scope;
  hidden?: true;
}

export const commands = {
  'palette.open': { keys: 'Mod+K', scope: 'everywhere', hidden: true },
  'keys.show': { keys: '?', scope: 'everywhere' },
  'go.today': { keys: 'G T', scope: 'everywhere' },
  'go.counter': { keys: 'G S', scope: 'everywhere' },
  'go.orders': { keys: 'G O', scope: 'everywhere' },
  'go.inbox': { keys: 'G X', scope: 'everywhere' },
  'go.products': { keys: 'G P', scope: 'everywhere' },
  'go.customers': { keys: 'G C', scope: 'everywhere' },
  'go.reports': { keys: 'G R', scope: 'everywhere' },
  'go.price_lists': { keys: 'G L', scope: 'everywhere' },
  'go.promotions': { keys: 'G M', scope: 'everywhere' },
  'go.imports': { keys: 'G I', scope: 'everywhere' },
  'go.settings': { keys: 'Mod+,', scope: 'everywhere' },
  'go.start': { keys: '', scope: 'everywhere' },
  'new.order': { keys: 'Alt+N', scope: 'everywhere' },
  'new.product': { keys: 'Alt+P', scope: 'everywhere' },
  'new.customer': { keys: 'Alt+C', scope: 'everywhere' },
  'window.new': { keys: 'Mod+Shift+N', scope: 'everywhere' },
  'look.light': { keys: '', scope: 'everywhere' },
  'look.dark': { keys: '', scope: 'everywhere' },
  'look.contrast': { keys: '', scope: 'everywhere' },
  'look.system': { keys: '', scope: 'everywhere' },
  'look.density': { keys: '', scope: 'everywhere' },
  'language.en': { keys: '', scope: 'everywhere' },
  'language.de': { keys: '', scope: 'everywhere' },
  'language.rtl': { keys: '', scope: 'everywhere' },
  'list.new': { keys: 'N', scope: 'list' },
  'list.find': { keys: '/', scope: 'list' },
  'list.filter': { keys: 'F', scope: 'list' },
  'list.clear': { keys: 'Shift+F', scope: 'list' },
  'list.columns': { keys: 'C', scope: 'list' },
  'record.back': { keys: 'Escape', scope: 'record', hidden: true },
  'record.next': { keys: 'J', scope: 'record' },
  'record.previous': { keys: 'K', scope: 'record' },
  'record.edit': { keys: 'E', scope: 'record' },
  'today.earlier': { keys: '[', scope: 'today' },
  'today.later': { keys: ']', scope: 'today' },
  'today.present': { keys: 'T', scope: 'today' },
  'today.last': { keys: 'L', scope: 'today' },
  'order.place': { keys: 'P', scope: 'order' },
  'order.pay': { keys: 'M', scope: 'order' },
  'order.fulfil': { keys: 'S', scope: 'order' },
  'order.refund': { keys: 'R', scope: 'order' },
  'order.cancel': { keys: 'X', scope: 'order' },
  'order.deliver': { keys: 'A', scope: 'order' },
  'order.receive_return': { keys: 'B', scope: 'order' },
  'order.request_return': { keys: 'Shift+B', scope: 'order' },
  'order.hold': { keys: 'H', scope: 'order' },
  'order.release': { keys: 'Shift+H', scope: 'order' },
  'order.duplicate': { keys: 'Shift+D', scope: 'order' },
  'order.quote': { keys: 'Q', scope: 'order' },
  'order.decline': { keys: 'Shift+Q', scope: 'order' },
  'order.swap': { keys: 'W', scope: 'order' },
  'order.reopen': { keys: 'Shift+X', scope: 'order' },
  'order.ship_there': { keys: 'Shift+S', scope: 'order' },
  'order.note': { keys: 'N', scope: 'order' },
  'order.attach': { keys: 'T', scope: 'order' },
  'order.tag': { keys: 'L', scope: 'order' },
  'order.take_back': { keys: 'Z', scope: 'order' },
  'order.discard': { keys: 'D', scope: 'order' },
  'order.documents': { keys: 'I', scope: 'order' },
  'document.issue': { keys: 'I', scope: 'document' },
  'document.save': { keys: 'S', scope: 'document' },
  'prices.paste': { keys: 'V', scope: 'record' },
  'product.adjust': { keys: 'A', scope: 'product' },
  'product.archive': { keys: '', scope: 'product' },
  'customer.order': { keys: 'O', scope: 'customer' },
  'customer.erase': { keys: '', scope: 'customer' },
  'editor.save': { keys: 'Mod+Enter', scope: 'editor' },
  'editor.draft': { keys: 'Mod+S', scope: 'editor' },
  'editor.leave': { keys: 'Escape', scope: 'editor', hidden: true },
  'inbox.next': { keys: 'J', scope: 'inbox' },
  'inbox.previous': { keys: 'K', scope: 'inbox' },
  'inbox.solve': { keys: 'S', scope: 'inbox' },
  'inbox.open': { keys: 'O', scope: 'inbox' },
  'inbox.assign': { keys: 'A', scope: 'inbox' },
  'change.save': { keys: 'Mod+Enter', scope: 'change' },
  'change.leave': { keys: 'Escape', scope: 'change', hidden: true },
  'counter.pay': { keys: 'Enter', scope: 'counter' },
  'counter.cash': { keys: 'F1', scope: 'counter' },
  'counter.card': { keys: 'F2', scope: 'counter' },
  'counter.bank': { keys: 'F3', scope: 'counter' },
  'counter.other': { keys: 'F4', scope: 'counter' },
  'counter.customer': { keys: 'F5', scope: 'counter' },
  'counter.quantity': { keys: 'F6', scope: 'counter' },
  'counter.price': { keys: 'F7', scope: 'counter' },
  'counter.discount': { keys: 'F8', scope: 'counter' },
  'counter.amount_off': { keys: 'Shift+F7', scope: 'counter' },
  'counter.cart_discount': { keys: 'Shift+F8', scope: 'counter' },
  'counter.cart_amount_off': { keys: 'Alt+F8', scope: 'counter' },
  'counter.coupon': { keys: 'Shift+F6', scope: 'counter' },
  'counter.park': { keys: 'F9', scope: 'counter' },
  'counter.recall': { keys: 'Shift+F9', scope: 'counter' },
  'counter.till': { keys: 'Alt+T', scope: 'counter' },
  'counter.print': { keys: 'Mod+P', scope: 'counter' },
  'counter.preview': { keys: 'Alt+R', scope: 'counter' },
  'counter.save': { keys: 'Alt+S', scope: 'counter' },
  'counter.more': { keys: '+', scope: 'counter' },
  'counter.fewer': { keys: '-', scope: 'counter' },
  'counter.remove': { keys: 'Delete', scope: 'counter' },
  'counter.void': { keys: 'Mod+Delete', scope: 'counter' },
  'counter.find': { keys: '/', scope: 'counter' },
  'counter.mute': { keys: '', scope: 'counter' },
  'counter.back': { keys: 'Escape', scope: 'counter', hidden: true },
  'report.export': { keys: 'X', scope: 'report' },
  'report.table': { keys: 'V', scope: 'report' },
} as const satisfies Record<string, CommandSpec>;

/** The name of a command. */
export type CommandId = keyof typeof commands;

/** All names, in the order of the table. */
export const commandIds = Object.keys(commands) as CommandId[];

/** A command's row. */
export const specOf = (id: CommandId): CommandSpec => commands[id];
