// English: what each device may take of a product without asking.
export const shares = {
  title: 'Shares of the devices', who: 'Device', given: 'Given', used: 'Taken', left: 'May take',
  asked: 'Asks for', keeper: 'keeps the rest', device: (prefix: string) => `Device ${prefix}`,
  none: 'Every device sells what it believes to be here. Shared out, each sells its own share, '
    + 'also without contact, and together they never sell more than there is.',
  give: 'Give a share', ask: 'Ask for a share', close: 'End sharing', takeOver: 'Take over',
  lost: 'Lost',
  giveTitle: 'Give a share', askTitle: 'Ask for a share', to: 'To', quantity: 'Quantity',
  giveText: (left: string) => `This device may take ${left}. What it gives is no longer its own; `
    + 'the other one has it from their next contact on.',
  askText: 'Devices that have some see it with their next contact, and give it or not. '
    + 'Nothing takes back what was asked for.',
  given1: 'The share is given', asked1: 'The share is asked for',
  sure: {
    open: {
      title: () => 'Share this out among the devices',
      text: 'This device keeps the rest: whatever is here and in no share. Others take nothing of '
        + 'it until they are given a share, from their next contact on. Do this while all are in '
        + 'contact.',
      verb: 'Share out', done: 'Shared out; this device keeps the rest',
    },
    take_over: {
      title: () => 'Keep the rest on this device',
      text: 'Only when the device that keeps the rest is lost or gone: until it hears of this, '
        + 'both sell the rest, and more may be sold than there is.',
      verb: 'Take over', done: 'This device keeps the rest',
    },
    close: {
      title: () => 'End sharing',
      text: 'Every device sells what it believes to be here again. What each was given is kept, '
        + 'should it be shared out again.',
      verb: 'End sharing', done: 'Nothing of it is shared any more',
    },
    lose: {
      title: (device: string) => `${device} is lost`,
      text: 'What it may still take belongs to this device again. If it has sold of that without '
        + 'contact, or does so still, more may be sold than there is.',
      verb: 'It is lost', done: 'Its share is back',
    },
  },
};
