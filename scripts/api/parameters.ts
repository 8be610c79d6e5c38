import { AppError } from '../../shared/errors.ts';
import type { NamedEndpoint } from '../../electron/roblox/endpoint.ts';
import { allEndpoints } from '../../electron/roblox/services.ts';

/** Finds `<service>.<name>`. Throws `inputInvalid`. */
export function findEndpoint(wanted: string): NamedEndpoint {
  const found = allEndpoints.find(({ service, name }) => `${service}.${name}` === wanted);
  if (!found) throw new AppError('inputInvalid', `No endpoint ${wanted}: --list shows all`);
  return found;
}

/** Reads `key=value` words; the endpoint's own schema turns the text into what it needs. Throws `inputInvalid`. */
export function readParams(assignments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    assignments.map((word) => {
      const separator = word.indexOf('=');
      if (separator < 1) throw new AppError('inputInvalid', `Not key=value: ${word}`);
      return [word.slice(0, separator), word.slice(separator + 1)];
    }),
  );
}
