import type { Row } from './row.ts';
import { drag } from './rows/drag.ts';
import { exporting } from './rows/export.ts';
import { mainLoad } from './rows/main-load.ts';
import { memory } from './rows/memory.ts';
import { open, openGrowth } from './rows/open.ts';
import { queue } from './rows/queue.ts';
import { refresh } from './rows/refresh.ts';
import { responsive } from './rows/responsive.ts';
import { scroll } from './rows/scroll.ts';
import { search } from './rows/search.ts';
import { switching } from './rows/switching.ts';

/** Every row there is, in the order in which they are measured. */
export const rows: readonly Row[] = [
  open,
  openGrowth,
  mainLoad,
  search,
  scroll,
  switching,
  drag,
  exporting,
  queue,
  refresh,
  responsive,
  memory,
];
