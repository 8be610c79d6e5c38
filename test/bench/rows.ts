import type { Row } from './row.ts';
import { open, openGrowth } from './rows/open.ts';

/** Every row there is, in the order in which they are measured. */
export const rows: readonly Row[] = [open, openGrowth];
