/** Carrying items and collections: by a drag, or picked up and put down. */
export const carry = {
  // What is carried, in hand
  items: '{number} item in hand | {number} items in hand',
  collection: '“{name}” in hand',
  hint: 'Click where it should go, or press Esc',
  pickUp: 'Pick up',
  pickedUp: '{what}. Choose a place and put it down, or press Escape.',
  putBack: 'Put back. Nothing was changed.',
  cancel: 'Put back',
  mode: 'What happens to them where they are now',
  move: 'Move',
  copy: 'Copy',
  putHere: 'Put in here',
  putBefore: 'Put before this one',
  putAfter: 'Put after this one',
  putAtEnd: 'Put into “{name}”',
  // What would become of it at a place
  add: 'Add {number} item to “{name}” | Add {number} items to “{name}”',
  moveItems: 'Move {number} item to “{name}” | Move {number} items to “{name}”',
  copyItems: 'Copy {number} item to “{name}” | Copy {number} items to “{name}”',
  arrange: 'Put {number} item here | Put {number} items here',
  someAlready: '{number} is in it already | {number} are in it already',
  takeOut: 'Take {number} item out of “{name}” | Take {number} items out of “{name}”',
  toProfile: 'Add {number} item to the profile collection | Add {number} items to the profile collection',
  outOfProfile:
    'Remove {number} item from the profile collection | Remove {number} items from the profile collection',
  someNotOwned: '{number} is not of this account | {number} are not of this account',
  someTypeRefused: '{number} is of a type Roblox does not take | {number} are of a type Roblox does not take',
  into: 'Move “{name}” into “{into}”',
  beside: 'Move “{name}” here',
  top: 'Move “{name}” to the top level',
  trash: 'Move “{name}” to the trash',
  nowhere: 'Nothing can be put there',
  nowhereHint: 'Go to a collection, or to a line of the sidebar, and paste again.',
  // Why it cannot be put there
  allAlready: 'It is in “{name}” already | All {number} are in “{name}” already',
  alreadyInProfile:
    'It is in the profile collection already | All of them are in the profile collection already',
  notOwned: 'The account on screen does not own it | The account on screen owns none of them',
  typeRefused:
    'Roblox takes no item of this type into the profile collection | Roblox takes none of these types into the profile collection',
  itemsStay: 'Items stay in the inventory: only collections go to the trash',
  onlyItems: 'Only items can be put here',
  onlyCollections: 'Only collections can be put here',
  tooManyAtOnce: 'At most {number} items can be put elsewhere at once',
  alreadyThere: '“{name}” is there already',
} as const;
