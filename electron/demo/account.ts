import { Catalogue } from './catalogue.ts';
import { defaultIdBase } from './ids.ts';
import { Inventory } from './inventory.ts';
import type { AccountPlan } from './plan.ts';

/** A seeded player of the demo Roblox. Nothing in it ever changes; what a run changes is kept by the DemoRoblox. */
export interface DemoAccount {
  readonly userId: number;
  readonly name: string;
  readonly displayName: string;
  /** Whether others may not see its inventory. */
  readonly isHidden: boolean;
  readonly isBanned: boolean;
  readonly hasSession: boolean;
  readonly catalogue: Catalogue;
  /** Generated when first read. */
  readonly inventory: Inventory;
}

/** An account of any size, the same for the same plan. Cheap until its inventory is read. */
export function generateAccount(plan: AccountPlan): DemoAccount {
  let inventory: Inventory | undefined;
  const catalogue = catalogueAt(plan.idBase ?? defaultIdBase);
  return {
    userId: plan.userId,
    name: plan.name,
    displayName: plan.displayName ?? plan.name,
    isHidden: plan.isHidden ?? false,
    isBanned: plan.isBanned ?? false,
    hasSession: plan.hasSession ?? true,
    catalogue,
    get inventory() {
      return (inventory ??= new Inventory(plan, catalogue));
    },
  };
}

const catalogues = new Map<number, Catalogue>();

function catalogueAt(idBase: number): Catalogue {
  const known = catalogues.get(idBase) ?? new Catalogue(idBase);
  catalogues.set(idBase, known);
  return known;
}
