import { withDisplay } from './display.ts';
import { runNode } from './run.ts';

process.exitCode = await withDisplay((environment) => runNode(['test/tour/tour.ts'], { environment }));
