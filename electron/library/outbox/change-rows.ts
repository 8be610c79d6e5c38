import type { ErrorCode, ErrorData } from '../../../shared/errors.ts';
import type { ItemType } from '../../../shared/items.ts';
import type { ChangeState, OutboxChange, Wish } from '../../../shared/outbox.ts';

export interface ChangeRow {
  sequence: number;
  account_id: number;
  type: ItemType;
  item_id: number;
  wish: Wish;
  base: Wish | null;
  sent: Wish | null;
  state: ChangeState;
  accepted_at: number;
  attempts: number;
  losses: number;
  not_before: number;
  swap: number | null;
  code: ErrorCode | null;
  message: string | null;
  status: number | null;
  roblox_code: number | null;
  name?: string | null;
}

/** A change as the replay sees it. */
export interface DueChange extends OutboxChange {
  /** What an earlier attempt sent and was never answered for good; null when Roblox can know nothing of it. */
  readonly sent: Wish | null;
  /** How often no answer came. */
  readonly losses: number;
}

export function toDueChange(row: ChangeRow): DueChange {
  return { ...toOutboxChange(row), sent: row.sent, losses: row.losses };
}

/** Without what only the replay needs. */
export function toOutboxChange(row: ChangeRow): OutboxChange {
  return {
    sequence: row.sequence,
    accountId: row.account_id,
    item: { type: row.type, id: row.item_id },
    name: row.name ?? `#${row.item_id}`,
    wish: row.wish,
    state: row.state,
    acceptedAt: row.accepted_at,
    attempts: row.attempts,
    error: toError(row),
  };
}

function toError({ code, message, status, roblox_code: robloxCode }: ChangeRow): ErrorData | null {
  if (code === null) return null;
  return {
    code,
    message: message ?? '',
    ...(status === null ? {} : { status }),
    ...(robloxCode === null ? {} : { robloxCode }),
  };
}
