import { blockOf } from './item-blocks.ts';
import type { ListColumns, ListMemory, ListState } from './list-columns.ts';
import type { Sliced } from './slices.ts';

/** Every item of a view once, whatever lists it is in. The columns are by slot, in the order of first meeting. */
export interface ViewBase {
  readonly size: number;
  readonly numbers: Uint32Array;
  /** When the newest copy was got, NaN where unknown; `positions` is where that one stands in its list. */
  readonly acquired: Float64Array;
  readonly positions: Uint32Array;
  /** Of the accounts together. An item in two lists of one account is the same copies seen twice. */
  readonly copies: Uint32Array;
  /** How many of the accounts have it. */
  readonly owners: Uint32Array;
  /** By item number: the slot plus one, 0 for what is not in the view. */
  readonly slots: Int32Array;
  /** The blocks of items the view touches. */
  readonly blocks: readonly number[];
}

const rowsPerStep = 16_384;

export function* buildBase(lists: readonly ListState[], memory: ListMemory): Sliced<ViewBase> {
  const columns: ListColumns[] = [];
  for (const list of lists) columns.push(yield* memory.read(list));
  const base = room(columns);
  let size = 0;
  const touched = new Set<number>();
  // Of the account gone through now: which items it has, and how many copies in the list that shows most.
  const lastOwner = new Int32Array(base.numbers.length).fill(-1);
  const most = new Uint32Array(base.numbers.length);
  let owner = -1;
  for (const [index, { numbers, acquired, copies }] of columns.entries()) {
    if (lists[index]?.accountId !== lists[index - 1]?.accountId) owner += 1;
    let lastBlock = -1;
    for (let position = 0; position < numbers.length; position += 1) {
      if (position % rowsPerStep === 0) yield;
      const number = numbers[position] ?? 0;
      const at = acquired[position] ?? NaN;
      const count = copies[position] ?? 0;
      let slot = (base.slots[number] ?? 0) - 1;
      if (slot < 0) {
        slot = size;
        size += 1;
        base.slots[number] = size;
        base.numbers[slot] = number;
        base.acquired[slot] = at;
        base.positions[slot] = position;
        const block = blockOf(number);
        if (block !== lastBlock) touched.add(block);
        lastBlock = block;
      } else if (isNewer(at, position, base.acquired[slot] ?? NaN, base.positions[slot] ?? 0)) {
        base.acquired[slot] = at;
        base.positions[slot] = position;
      }
      if (lastOwner[slot] !== owner) {
        lastOwner[slot] = owner;
        most[slot] = 0;
        base.owners[slot] = (base.owners[slot] ?? 0) + 1;
      }
      const more = Math.max(0, count - (most[slot] ?? 0));
      most[slot] = (most[slot] ?? 0) + more;
      base.copies[slot] = (base.copies[slot] ?? 0) + more;
    }
  }
  const blocks = [...touched].sort((a, b) => a - b);
  return { ...base, size, numbers: base.numbers.subarray(0, size), blocks };
}

/** Newest first; what has no date comes last, in the order of its list. */
function isNewer(acquired: number, position: number, thanAcquired: number, thanPosition: number): boolean {
  if (acquired > thanAcquired || (Number.isNaN(thanAcquired) && !Number.isNaN(acquired))) return true;
  const isSame = acquired === thanAcquired || (Number.isNaN(acquired) && Number.isNaN(thanAcquired));
  return isSame && position < thanPosition;
}

function room(columns: readonly ListColumns[]) {
  let rows = 0;
  let last = 0;
  for (const { numbers } of columns) {
    rows += numbers.length;
    for (const number of numbers) if (number > last) last = number;
  }
  return {
    numbers: new Uint32Array(rows),
    acquired: new Float64Array(rows),
    positions: new Uint32Array(rows),
    copies: new Uint32Array(rows),
    owners: new Uint32Array(rows),
    slots: new Int32Array(last + 1),
  };
}
