import { effectScope, onScopeDispose, shallowRef, watch, type EffectScope, type ShallowRef } from 'vue';

/**
 * What `setUp` gives for each value of `key`, set up anew, in a scope of its own, whenever that changes: as if the component
 * had been mounted again, but what it shows is kept and only brought up to date.
 */
export function useFresh<Value>(key: () => string, setUp: () => Value): Readonly<ShallowRef<Value>> {
  let scope: EffectScope = effectScope(true);
  const run = () => scope.run(setUp) as Value;
  const value = shallowRef(run()) as ShallowRef<Value>;
  watch(key, () => {
    scope.stop();
    scope = effectScope(true);
    value.value = run();
  });
  onScopeDispose(() => scope.stop());
  return value;
}
