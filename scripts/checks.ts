import { runNode } from './run.ts';

export interface Check {
  readonly name: string;
  readonly hasPassed: boolean;
}

const checks = [
  { name: 'types', args: ['node_modules/vue-tsc/bin/vue-tsc.js', '-b'] },
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
];

/** Types, lint (with the import boundaries) and format, each to its end, so that one run shows everything. */
export async function runChecks(): Promise<Check[]> {
  const results: Check[] = [];
  for (const { name, args } of checks) {
    const hasPassed = (await runNode(args)) === 0;
    console.log(`${hasPassed ? 'ok' : 'FAILED'}  ${name}`);
    results.push({ name, hasPassed });
  }
  return results;
}
