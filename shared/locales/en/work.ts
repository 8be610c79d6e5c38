/** Long work, how far it has come, and what became of it. */
export const work = {
  label: 'Under way',
  adding: 'Adding {done} of {total} to “{name}”',
  removing: 'Removing {done} of {total} from “{name}”',
  moving: 'Moving {done} of {total} to “{name}”',
  copying: 'Copying {done} of {total} to “{name}”',
  addingToProfile: 'Adding {done} of {total} to the profile collection',
  removingFromProfile: 'Removing {done} of {total} from the profile collection',
  selecting: 'Selecting {done} of {total}',
  reading: 'Reading {done} of {total}',
  stopped: 'Stopped after {done} of {total} items',
  stoppedBefore: 'Stopped before anything was changed',
} as const;
