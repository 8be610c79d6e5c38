import type { LedgerEntry } from '../../shared/models.ts';
import type { NamedEndpoint } from './endpoint.ts';

/** Counts every request by endpoint. Keeps templates, statuses and sizes; never a parameter, header or body. */
export class Ledger {
  readonly #entries = new Map<NamedEndpoint, LedgerEntry>();

  /** Counts one request on the wire; `status` is null when no answer arrived. */
  record(named: NamedEndpoint, status: number | null): void {
    const known = this.#entry(named);
    this.#entries.set(named, { ...known, calls: known.calls + 1, lastStatus: status ?? known.lastStatus });
  }

  addBytes(named: NamedEndpoint, bytes: number): void {
    const known = this.#entry(named);
    this.#entries.set(named, { ...known, bytes: known.bytes + bytes });
  }

  list(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  #entry(named: NamedEndpoint): LedgerEntry {
    const { service, name, endpoint } = named;
    const unused = {
      service,
      name,
      method: endpoint.method,
      path: endpoint.path,
      calls: 0,
      lastStatus: null,
      bytes: 0,
    };
    return this.#entries.get(named) ?? unused;
  }
}
