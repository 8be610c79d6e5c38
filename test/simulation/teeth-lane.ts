import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timeSince, type LaneResult } from './lanes.ts';
import { teeth, type Tooth } from './teeth.ts';

const here = import.meta.dirname;
const killsPerTooth = 100;
const root = join(here, '..', '..');

/** Plants each bug by itself and lives through its lane until that turns red. A bug that none catches is a violation. */
export async function runTeeth(from: number, seeds: number): Promise<LaneResult> {
  const startedAt = performance.now();
  const violations: { seed: number; words: string }[] = [];
  for (const tooth of teeth) {
    const { isCaught, lastLine } = await bite(tooth, from, seeds);
    console.log(`${isCaught ? 'caught' : 'MISSED'}  ${tooth.name}`);
    if (!isCaught) violations.push({ seed: from, words: `${tooth.name} was not caught: ${lastLine}` });
  }
  const nothing = { requests: 0, kills: 0 };
  return { lane: 'teeth', from, seeds: teeth.length, ...nothing, ...timeSince(startedAt), violations };
}

function bite(
  { lane: own, name, seed }: Tooth,
  otherwise: number,
  seeds: number,
): Promise<{ isCaught: boolean; lastLine: string }> {
  const lane = own ?? 'schedules';
  const from = seed ?? otherwise;
  const number = own === 'kill' ? killsPerTooth : seeds;
  const args = ['--lane', lane, '--from', String(from), '--seeds', String(number), '--first'];
  const plant = pathToFileURL(join(here, 'plant.ts')).href;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', plant, join(here, 'run-lane.ts'), ...args],
    { cwd: root, env: { ...process.env, SATCHEL_TOOTH: name }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      // A bug that cannot even be loaded is caught by nobody.
      const isCaught = code === 1 && output.includes('VIOLATION');
      resolve({ isCaught, lastLine: output.trim().split('\n').at(-1) ?? '' });
    });
  });
}
