import type { OutboxChange } from '../../shared/outbox.ts';

/** A refused addition of account 7, unless `facts` say otherwise; its number is the item's. */
export function sampleChange(id: number, name: string, facts: Partial<OutboxChange> = {}): OutboxChange {
  return {
    sequence: id,
    accountId: 7,
    item: { type: 'Asset', id },
    name,
    wish: 'in',
    state: 'refused',
    acceptedAt: 1,
    attempts: 0,
    error: { code: 'assetTypeNotAllowed', message: '' },
    ...facts,
  };
}
