import { z } from 'zod';
import { AppError, type ErrorCode, type ErrorFacts } from '../../shared/errors.ts';
import type { Endpoint, NamedEndpoint } from './endpoint.ts';
import { collectUnreadable, type UnreadableRows } from './unreadable.ts';

const knownBody = z.union([
  z.object({ errors: z.array(z.object({ code: z.int().optional(), message: z.string().nullish() })).min(1) }),
  z.object({ code: z.int(), message: z.string().nullish() }),
]);

/** Roblox's own code and words from an error body: a list, one object, plain text, nothing, or a page of HTML. */
export function readErrorBody(text: string): { code?: number; message?: string } {
  const parsed = knownBody.safeParse(parseJson(text));
  if (!parsed.success) return {};
  const first = 'errors' in parsed.data ? parsed.data.errors[0] : parsed.data;
  return {
    ...(first?.code === undefined ? {} : { code: first.code }),
    ...(first?.message ? { message: first.message.slice(0, 300) } : {}),
  };
}

/** An answer as its table describes it. Throws `answerMalformed` for HTML, half a body, nothing, or another form. */
export function parseAnswer(
  { service, name, endpoint }: NamedEndpoint,
  status: number,
  text: string,
  onUnreadable?: (rows: UnreadableRows) => void,
): unknown {
  const { result, unreadable } = collectUnreadable(() => endpoint.output.safeParse(parseJson(text)));
  if (unreadable.count > 0) onUnreadable?.(unreadable);
  if (result.success) return result.data;
  throw new AppError('answerMalformed', `${service}.${name}: the answer is not in the expected form`, {
    status,
  });
}

/** What a refusal means: first by the endpoint's own table, then by the meanings all Roblox services share. */
export function refusal(
  endpoint: Endpoint,
  response: { readonly status: number; readonly headers: Headers },
  bodyText: string,
  asked: { readonly hasSession: boolean; readonly retryAt: number | undefined },
): AppError {
  const { status, headers } = response;
  const { code: robloxCode, message } = readErrorBody(bodyText);
  const facts: ErrorFacts = {
    status,
    ...(robloxCode === undefined ? {} : { robloxCode }),
    ...(asked.retryAt === undefined ? {} : { retryAt: asked.retryAt }),
  };
  const isChallenge = [...headers.keys()].some((name) => name.startsWith('rblx-challenge-'));
  const code = isChallenge && status === 403 ? 'challengeRequired' : meaning(endpoint, status, robloxCode);
  const isStranger = code === 'sessionEnded' && !asked.hasSession;
  return new AppError(
    isStranger ? 'signInNeeded' : code,
    message ?? `${endpoint.method} ${endpoint.path} answered ${status}`,
    facts,
  );
}

function meaning(endpoint: Endpoint, status: number, robloxCode: number | undefined): ErrorCode {
  const own = endpoint.errors[`${status}:${robloxCode}`] ?? endpoint.errors[`${status}`];
  if (status === 401) return 'sessionEnded';
  if (status === 429) return 'rateLimited';
  if (status === 403 && robloxCode === 0 && endpoint.method !== 'GET') return 'tokenRefused';
  if (own) return own;
  if (status === 408 || status === 504) return 'timedOut';
  if (status >= 500) return 'robloxFailed';
  return 'requestRefused';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
