import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readView } from '../../../electron/library/collections/files/read-view.ts';
import { view as viewSchema } from '../../../shared/inputs.ts';
import { view } from './written-collections.ts';

it('a view of a file accepted that no page could ask for, or the other way round', () => {
  const broken = fc.oneof(
    view,
    fc.record({
      ...viewParts(),
      filter: fc.object({ key: fc.constantFrom('price', 'types', 'x'), maxDepth: 1 }),
    }),
    fc.record({ ...viewParts(), owned: fc.anything() }),
    fc.record({ ...viewParts(), sort: fc.string(), scope: fc.anything() }),
    fc.anything(),
  );
  fc.assert(
    fc.property(broken, (value) => {
      expect(readView(value) !== null).toBe(viewSchema.safeParse(value).success);
    }),
  );
});

function viewParts() {
  const parts = { scope: 'all', category: '', search: '', sort: 'newest', owned: 'any', filter: {} };
  return Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [part, fc.constant<unknown>(value)]),
  );
}
