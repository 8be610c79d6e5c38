import { readOrigin } from '../../electron/roblox/origin.ts';
import type { Wish } from '../../shared/outbox.ts';
import type { ModelAnswer } from './model-answer.ts';

/** A request as the model sees it; item and wish of a change alone. */
export interface SimRequest {
  readonly accountId: number;
  /** Whose session it carries; 0 without one. */
  readonly session: number;
  readonly kind: 'add' | 'remove' | 'read';
  readonly item: number;
  readonly wish: Wish | null;
  readonly token: string | null;
  /** What it counts against: an endpoint as the account sees it, or as everybody does who is signed out. */
  readonly budget: string;
}

export const simOrigin = readOrigin({});
const changePath = /\/v1\/collections\/items\/Asset\/(\d+)$/;

/** Whose session it carries says whose request it is, whatever the app thinks. */
export function readRequest(request: Request): SimRequest {
  const session = Number(/session-(\d+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? 0);
  const url = new URL(request.url);
  const item = Number(changePath.exec(url.pathname)?.[1] ?? 0);
  const token = request.headers.get('x-csrf-token');
  if (item === 0) {
    const accountId = Number(url.searchParams.get('userId'));
    const budget = session === 0 ? 'signed out' : `read ${accountId}`;
    return { accountId, session, kind: 'read', item, wish: null, token, budget };
  }
  const isAdd = request.method === 'POST';
  const kind = isAdd ? 'add' : 'remove';
  const budget = `${kind} ${session}`;
  return { accountId: session, session, kind, item, wish: isAdd ? 'in' : 'out', token, budget };
}

export function toResponse({ status, robloxCode, headers, body }: ModelAnswer, isHalf = false): Response {
  const whole = JSON.stringify(
    body ?? { errors: [{ code: robloxCode ?? 0, message: `Because of ${robloxCode}` }] },
  );
  const text = isHalf ? whole.slice(0, Math.floor(whole.length / 2)) : whole;
  return new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } });
}
