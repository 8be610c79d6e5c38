import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** The current time in epoch milliseconds, moved on every `intervalMs`. */
export function useNow(intervalMs: number): Readonly<Ref<number>> {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), intervalMs);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
