// The peer of a refresh: every page of it, one after the other, fetched and parsed and forgotten. Prints milliseconds.
import { readFileSync } from 'node:fs';

const addresses = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as string[];
const startedAt = performance.now();
let characters = 0;
for (const address of addresses) {
  const text = await (await fetch(address)).text();
  JSON.parse(text);
  characters += text.length;
}
console.log(JSON.stringify({ ms: performance.now() - startedAt, characters }));
