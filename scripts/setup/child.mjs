import { spawn } from 'node:child_process';

let current;
let isStopping = false;

/**
 * Runs one command to its end. A signal to this process goes on to it, and so does the end of whoever started this
 * process: npm passes a signal to its shell, which passes it to nobody.
 */
export async function runChild(command, args, options = {}) {
  if (isStopping) return { status: 1, output: '' };
  const child = spawn(command, args, options);
  current = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const status = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { status, output };
}

function stop(signal) {
  isStopping = true;
  current?.kill(signal);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent && !isStopping) stop('SIGTERM');
}, 500).unref();
