import type { OutboxChange } from '../../../shared/outbox.ts';

/** The outbox as text, a line for each change and a tab between cells. Accounts are ids, and nothing in it is a secret. */
export function outboxText(changes: readonly OutboxChange[]): string {
  const lines = outboxCells(changes).map((cells) => cells.map(clean).join('\t'));
  return `${lines.join('\n')}\n`;
}

/** The same as cells, heads first. */
function outboxCells(changes: readonly OutboxChange[]): string[][] {
  const head = ['accepted', 'account', 'wish', 'item', 'name', 'state', 'attempts', 'code', 'reason'];
  const rows = changes.map((one) => [
    new Date(one.acceptedAt).toISOString(),
    one.accountId,
    one.wish,
    `${one.item.type} ${one.item.id}`,
    one.name,
    one.state,
    one.attempts,
    one.error?.code ?? '-',
    one.error?.message ?? '-',
  ]);
  return [head, ...rows.map((cells) => cells.map(String))];
}

/** A name or a reason comes from Roblox: it must not begin a cell or a line of its own. */
function clean(cell: string): string {
  return cell.replaceAll(/[\t\r\n]+/g, ' ');
}
