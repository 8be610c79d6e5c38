/** Changing items of a full profile collection for others. */
export const swap = {
  title: 'The profile collection is full',
  hint: 'It takes {limit} item. Choose what goes out, so that the new ones fit. | It takes {limit} items. Choose what goes out, so that the new ones fit.',
  offer: 'Choose what goes out…',
  offerFor: 'Choose what goes out for {name}',
  notFitting: '{number} item did not fit | {number} items did not fit',
  notFittingHint: 'The profile collection is full.',
  loading: 'Reading the profile collection',
  in: 'Comes in',
  out: 'Goes out',
  missing: 'Choose {number} more to go out. | Choose {number} more to go out.',
  nothingIn: 'Choose at least one to come in.',
  tooMany:
    'More than it takes at once: leave out {number}. | More than it takes at once: leave out {number}.',
  fits: 'They fit now.',
  submit: 'Swap',
  submitAdd: 'Add',
  all: 'Add without a swap',
  done: 'Swapped {out} for {number} in the profile collection',
  doneOne: '{name} takes the place of {other} in the profile collection',
} as const;
