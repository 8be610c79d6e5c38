import { parseArgs } from 'node:util';
import { runKills } from './kill-lane.ts';
import { runSchedules, type LaneResult } from './lanes.ts';
import { runTeeth } from './teeth-lane.ts';

const usage =
  'npm run simulate -- --lane schedules|kill|teeth [--seeds <number>] [--from <seed>] [--first] [--trace]';

const { values } = parseArgs({
  options: {
    lane: { type: 'string' },
    seeds: { type: 'string' },
    from: { type: 'string', default: '0' },
    /** Stops at the first violation. */
    first: { type: 'boolean', default: false },
    /** Prints every request and answer. */
    trace: { type: 'boolean', default: false },
  },
});
const from = Number(values.from);
const result = await run();
for (const { seed, words } of result.violations) console.log(`VIOLATION seed ${seed}: ${words}`);
console.log(JSON.stringify({ ...result, violations: result.violations.length }));
process.exitCode = result.violations.length > 0 ? 1 : 0;

function run(): Promise<LaneResult> {
  const seeds = (otherwise: number) => Number(values.seeds ?? otherwise);
  const { lane } = values;
  console.log(`${lane ?? ''} from seed ${from}`);
  if (lane === 'kill') return runKills(from, seeds(20));
  if (lane === 'teeth') return runTeeth(from, seeds(1500));
  if (lane !== 'schedules') throw new Error(usage);
  return runSchedules(from, seeds(2000), {
    isStoppedByFirst: values.first,
    onResult: ({ seed, trace }) => {
      if (values.trace) console.log(trace.join('\n'));
      if ((seed + 1) % 1000 === 0) console.log(`seed ${seed}`);
    },
  });
}
