import { parseArgs } from 'node:util';
import { prepareRequest } from '../electron/roblox/request.ts';
import { allEndpoints } from '../electron/roblox/services.ts';
import { AppError, toAppError } from '../shared/errors.ts';
import { createApiClient } from './api/client.ts';
import { toCurl } from './api/curl.ts';
import { findEndpoint, readParams } from './api/parameters.ts';

const usage = `npm run api -- <service>.<name> key=value …   calls an endpoint and prints one JSON object
  --list [--json]   all endpoints        --curl          print the request instead, without any secret
  --account <id>    in an account's name --demo          ask the demo instead of Roblox`;

try {
  await main();
} catch (thrown) {
  const { code, message, facts } = toAppError(thrown);
  const { status = null, robloxCode = null } = facts;
  console.log(JSON.stringify({ ok: false, error: { code, status, robloxCode, message } }));
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = readCommandLine();
  const [name, ...assignments] = positionals;
  if (values.list) list(values.json ?? false);
  else if (values.help || name === undefined) console.log(usage);
  else {
    const { endpoint } = findEndpoint(name);
    const params = readParams(assignments);
    const { client, origin, options, hasSession } = await createApiClient({
      isDemo: values.demo ?? false,
      account: values.account,
    });
    if (values.curl) console.log(toCurl(prepareRequest(endpoint, params, origin), hasSession));
    else console.log(JSON.stringify({ ok: true, data: await client.call(endpoint, params, options) }));
  }
}

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        json: { type: 'boolean' },
        curl: { type: 'boolean' },
        demo: { type: 'boolean' },
        account: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (thrown) {
    throw new AppError('inputInvalid', thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function list(isJson: boolean): void {
  const rows = allEndpoints.map(({ service, name, endpoint: { method, path } }) => {
    return { service, name, method, path };
  });
  const lines = rows.map(({ service, name, method, path }) => {
    return `${`${service}.${name}`.padEnd(36)} ${method.padEnd(6)} ${path}`;
  });
  console.log(isJson ? JSON.stringify(rows) : lines.join('\n'));
}
