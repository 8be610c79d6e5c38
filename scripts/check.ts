import { runChecks } from './checks.ts';

const failed = (await runChecks()).filter(({ hasPassed }) => !hasPassed);
process.exitCode = failed.length > 0 ? 1 : 0;
