// English: what went wrong, by code. What happened and what to do, without blame.

export const errorKinds = {
  invalid: 'This cannot be taken as it stands.',
  conflict: 'Somebody changed this meanwhile. Look at it again.',
  not_found: 'This is not in the book any more.',
  unavailable: 'This cannot be done now. Try again in a moment.',
  broken: 'Something went wrong in the program. Nothing was changed.',
};

export const errors: Record<string, string> = {
  unreachable: 'The program does not answer. Is it still running?',
  internal: 'Something went wrong in the program. Nothing was changed.',
};
