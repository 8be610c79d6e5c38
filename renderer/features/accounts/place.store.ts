import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Scope, ViewPlace } from '../../../shared/accounts.ts';
import { request } from '../../ipc.ts';

const savePauseMs = 400;

/** Where each scope was left. Kept in memory, so that a switch waits for nothing, and told to the main process. */
export const usePlaceStore = defineStore('places', () => {
  const places = new Map<Scope, ViewPlace>();
  const asked = new Set<Scope>();
  const timers = new Map<Scope, ReturnType<typeof setTimeout>>();
  /** Whether another scope is chosen and its view is not yet: what is on screen waits for it. */
  const isMoving = shallowRef(false);

  /** The remembered place, null when there is none, undefined when that has not been asked yet. */
  function known(scope: Scope): ViewPlace | null | undefined {
    return places.get(scope) ?? (asked.has(scope) ? null : undefined);
  }

  /** Asks once; a place that cannot be had is none. */
  async function read(scope: Scope): Promise<ViewPlace | null> {
    const place = known(scope);
    if (place !== undefined) return place;
    const saved = await request('accounts.place', { scope }).catch(() => null);
    asked.add(scope);
    // What was seen meanwhile is newer.
    if (saved && !places.has(scope)) places.set(scope, saved);
    return places.get(scope) ?? null;
  }

  function remember(scope: Scope, place: ViewPlace): void {
    const before = places.get(scope);
    if (before && before.path === place.path && before.scrollTop === place.scrollTop) return;
    places.set(scope, place);
    clearTimeout(timers.get(scope));
    timers.set(
      scope,
      setTimeout(() => void save(scope), savePauseMs),
    );
  }

  // A place that is lost costs a scroll; a message about it would cost more.
  async function save(scope: Scope): Promise<void> {
    timers.delete(scope);
    const place = places.get(scope);
    if (place) await request('accounts.rememberPlace', { scope, place }).catch(() => null);
  }

  return { isMoving, known, read, remember };
});
