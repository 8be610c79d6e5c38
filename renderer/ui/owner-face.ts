import type { AccountColour } from '../../shared/accounts.ts';

/** How an account looks where there is room for little more than a head. */
export interface OwnerFace {
  readonly name: string;
  readonly colour: AccountColour | null;
  /** Address of its picture. */
  readonly picture: string;
}
