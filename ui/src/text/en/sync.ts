// English: devices, folders and hubs, and what lies on this device alone.
import { many } from '../many';

export const sync = {
  text: 'Several devices sell from one book, each with a file of its own, with or without a '
    + 'network. What each of them writes is copied through a folder that all can reach (a shared '
    + 'one, or a USB stick), or through a hub.',
  training: 'A copy to practise on is never copied anywhere.',
  devices: 'Devices', device: 'Device', prefix: 'Prefix', entries: 'Entries here',
  acknowledged: 'Sent', newest: 'Last entry', own: 'this one', unnamed: 'without a name',
  waiting: (count: string) => `${count} ahead of their turn`,
  rename: 'Rename', renameTitle: 'What this device is called', renamed: 'The device has its name.',
  revoke: 'Revoke', revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeText: 'The device fetches nothing from the hub any more, at once. What it has stays on it, '
    + 'and what it still sends is put aside to be looked at. Where the hub cannot read the '
    + 'book, the other devices get a new key, which this one has not.',
  revoked: 'The device is revoked at the hub.',
  places: 'Folders and hubs',
  none: 'Not connected yet: everything is on this device alone.',
  hub: 'hub', folder: 'folder',
  lacks: (count: string) => `${count} to send`, complete: 'has everything',
  contact: (when: string) => `last contact ${when}`, never: 'never reached',
  sent: (size: string) => `${size} sent`, fetched: (size: string) => `${size} fetched`,
  oldest: (span: string) => `the oldest for ${span}`,
  failed: 'The last contact did not end well:',
  now: 'Sync now', disconnect: 'Disconnect', disconnected: 'Disconnected. What lies there stays.',
  connect: 'Connect', connectTitle: 'Connect with a folder or a hub',
  place: 'Folder or address', placeHint: 'A folder, or an address that begins with https',
  name: 'Name of this device', code: 'One-time code', codeHint: 'From the hub, or from a device '
    + 'that is connected with it',
  seal: 'The hub cannot read the book', sealHint: 'What goes there is sealed by a key that your '
    + 'devices have and the hub has not. Codes for further devices hold the key. Keep one '
    + 'device, or a backup of the book: without them nobody can open what lies there. This '
    + 'counts when the book is new at the hub.',
  sealed: 'sealed', connected: 'Connected.',
  snapshot: (when: string, size: string) => `new devices start from a copy of ${size}, ${when}`,
  snapshotNone: 'new devices fetch everything entry by entry',
  snapshotMake: 'Copy for new devices', snapshotMade: 'New devices start from this copy.',
  invite: 'Code for a device', inviteTitle: 'One more device',
  inviteText: 'Choose “Join a book” on the other device, and give this address and this code. The '
    + 'code is good once, for a day. '
    + 'A scanner at the other device reads the picture into the field for the code.',
  inviteKey: 'Behind the full stop stands the key of the book: give the code to nobody else, and '
    + 'do not send it through the hub’s own machine.',
  inviteDrawn: 'Address and code as a QR code',
  inbox: 'Inbox', inboxTitle: 'What waits at the hub',
  inboxNone: 'Nothing waits. Foreign systems bring documents through the channels of the hub.',
  inboxText: 'Orders are not made of them by themselves yet: look at one, enter the order, and say '
    + 'that it is dealt with. For five minutes after a look no other device gets it.',
  inboxLook: 'Look', inboxDone: 'Dealt with',
  inboxDealt: 'It is dealt with, and gone from the hub.',
  inboxNoText: 'This is no text and cannot be shown.',
  inboxTaken: 'a device has it', inboxUnnamed: 'without an id',
  quarantine: 'Put aside',
  quarantineText: 'These could not be taken in and keep nothing else waiting. What was damaged on '
    + 'its way mends itself with the next sound copy.',
  asideTake: 'Take in', asideDrop: 'Discard',
  asideTakeTitle: 'Take this in after all?', asideDropTitle: 'Discard this for good?',
  asideTakeText: 'What it says becomes part of the book, in the name of this device and at the '
    + 'time at which it was written. Stock, money and numbers count it: look at the '
    + 'record afterwards.',
  asideKnownText: 'What it says is in the book already, under another name of the device. '
    + 'Discarding it loses nothing.',
  asideDropText: 'What it says is lost on this device, and on every device that discards it. '
    + 'Nothing else changes.',
  asideTaken: 'It is taken in.', asideDropped: 'It is discarded.',
  asideKnown: 'in the book already',
  asideWritten: (when: string) => `written ${when}`,
  reasons: {
    damaged: 'damaged on its way', forked: 'another entry has its place',
    unreadable: 'cannot be read',
  } as Record<string, string>,
  entry: (seq: string) => `entry ${seq}`,
  clock: (span: string) => `This clock and the hub’s differ by ${span}. Entries keep their order `
    + 'all the same, but the times on documents may be wrong.',
  done: (fetched: string, given: string) => `${fetched} fetched, ${given} sent.`,
  renewed: 'This file was copied or restored. The device goes on under a prefix of its own; '
    + 'nothing is lost.',
  signSent: 'Everything is sent',
  signUnsent: (count: string) => `${many(count, 'entry', 'entries')} to send`,
  signAway: 'Not reached', signAside: 'Something was put aside',
  join: 'Join a book', joinText: 'One that lies in a shared folder, on a stick or at a hub.',
  joinButton: 'Join', joinCodeHint: 'For a hub only', joinPath: 'Where to keep this device’s file',
};
