import type { Sliced } from './slices.ts';

export type Compare = (a: number, b: number) => number;

const sortedPerStep = 4096;
const comparedPerStep = 16_384;

/** The first `count` of `slots` in order, for one pass over all of them. */
export function* firstInOrder(slots: Uint32Array, count: number, compare: Compare): Sliced<Uint32Array> {
  if (slots.length <= Math.max(count, sortedPerStep)) return slots.toSorted(compare).subarray(0, count);
  // The best so far as a heap, the last of them on top: most slots are compared with that one alone.
  const heap = slots.slice(0, count);
  for (let at = (count >> 1) - 1; at >= 0; at -= 1) sink(heap, at, compare);
  for (let index = count; index < slots.length; index += 1) {
    if (index % comparedPerStep === 0) yield;
    const slot = slots[index] ?? 0;
    if (compare(slot, heap[0] ?? 0) >= 0) continue;
    heap[0] = slot;
    sink(heap, 0, compare);
  }
  return heap.sort(compare);
}

/** All of `slots` in order: short runs first, then merged two by two. */
export function* inOrder(slots: Uint32Array, compare: Compare): Sliced<Uint32Array> {
  let from = slots.slice();
  for (let start = 0; start < from.length; start += sortedPerStep) {
    from.subarray(start, start + sortedPerStep).sort(compare);
    yield;
  }
  let to = new Uint32Array(from.length);
  for (let length = sortedPerStep; length < from.length; length *= 2) {
    for (let start = 0; start < from.length; start += 2 * length)
      yield* merge(from, to, { start, length }, compare);
    [from, to] = [to, from];
  }
  return from;
}

function* merge(
  from: Uint32Array,
  to: Uint32Array,
  { start, length }: { start: number; length: number },
  compare: Compare,
): Sliced<void> {
  const middle = Math.min(start + length, from.length);
  const end = Math.min(start + 2 * length, from.length);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    if (at % comparedPerStep === 0) yield;
    const isLeft = left < middle && (right >= end || compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = from[isLeft ? left++ : right++] ?? 0;
  }
}

function sink(heap: Uint32Array, from: number, compare: Compare): void {
  for (let at = from; ;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const isRight = left + 1 < heap.length && compare(heap[left + 1] ?? 0, heap[left] ?? 0) > 0;
    const child = isRight ? left + 1 : left;
    if (compare(heap[child] ?? 0, heap[at] ?? 0) <= 0) return;
    [heap[at], heap[child]] = [heap[child] ?? 0, heap[at] ?? 0];
    at = child;
  }
}
