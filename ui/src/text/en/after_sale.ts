// English: what happens to an order after its sale: holds, shipments, returns.
import { many } from '../many';

export const holds = {
  reasons: {
    payment_review: 'Payment review', address: 'Address', stock: 'Goods missing',
    customer: 'Customer’s wish', manual: 'Other',
  } as Record<string, string>,
  title: 'Put on hold', text: 'Nothing is shipped until the hold is lifted.',
  reason: 'Reason', note: 'Note', until: 'Look at it again on', hold: 'Put on hold',
  onHold: (reason: string) => `On hold: ${reason}`,
  again: (day: string) => `look again on ${day}`,
  release: (reason: string) => `Lift the hold: ${reason}`, lift: 'Lift',
  held: (number: string) => `${number} is on hold`,
  released: (number: string) => `${number} is not on hold any more`,
};

export const shipping = {
  noCarrier: 'None', all: 'Ship everything', track: (number: string) => `Follow parcel ${number}`,
  arrived: 'Arrived', markArrived: (parcel: string) => `Mark ${parcel} as arrived`,
  arrivedAt: (when: string) => `arrived ${when}`, underWay: 'under way',
  done: (number: string) => `Shipment of ${number} has arrived`,
  parcel: (carrier: string, tracking: string) =>
    [carrier, tracking].filter(Boolean).join(' ') || 'the shipment',
};

export const returns = {
  title: 'Returns', takeBack: 'Take back', announce: 'Announce',
  none: 'Nothing has come back.',
  takeBackTitle: (number: string) => `Take back goods of ${number}`,
  announceTitle: (number: string) => `Announce a return of ${number}`,
  announceText: 'The customer wants to send this back. Nothing moves until the goods are here.',
  shipped: 'Can come back', quantity: 'To come back', toStock: 'Back to stock',
  toScrap: 'To scrap', reason: 'Reason',
  credit: 'Credit note', owed: 'Then owed to the customer', due: 'Then still due',
  nothing: 'Type how much of at least one line comes back.',
  done: (number: string, credit: string) => `${number}: ${credit} credited`,
  announced: (number: string) => `Return of ${number} announced`,
  expected: (count: string) => `${many(count, 'item', 'items')} announced`,
  scrapped: (count: string) => `${count} scrapped`,
};

/** What stands under a line of an order about its goods. */
export const lineGoods = {
  open: (count: string) => `${count} open`,
  waiting: (count: string) => `${count} waiting for goods`,
  backordered: (count: string) => `${count} on backorder`,
  returned: (count: string) => `${count} returned`,
  requested: (count: string) => `${count} to come back`,
};

export const carriers = {
  none: 'No carrier is set up.',
  title: 'Carriers',
  text: 'Offered when goods are shipped. In the address, {tracking} stands for the number of the '
    + 'parcel.',
  name: 'Name', url: 'Address to follow a parcel', add: 'Add a carrier', remove: 'Remove',
};
