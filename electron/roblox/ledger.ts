import type { LedgerEntry, LedgerRequest } from '../../shared/activity.ts';
import type { NamedEndpoint } from './endpoint.ts';

/** What the ledger calls a request by. */
export type LedgerName = Pick<LedgerEntry, 'service' | 'name' | 'method' | 'path'>;

/** Pictures are no endpoint of a table: their addresses come with the answers. */
const pictureName: LedgerName = { service: 'rbxcdn', name: 'picture', method: 'GET', path: '/{picture}' };
const mostRequests = 1000;

/** Counts every request by endpoint and lists the newest. Keeps templates, statuses and sizes; never a parameter, header or body. */
export class Ledger {
  readonly #now: () => number;
  readonly #onRecorded: () => void;
  readonly #entries = new Map<string, LedgerEntry>();
  readonly #numbers = new WeakMap<Response, number>();
  #requests: LedgerRequest[] = [];
  #last = 0;

  constructor(now: () => number = Date.now, onRecorded: () => void = () => undefined) {
    this.#now = now;
    this.#onRecorded = onRecorded;
  }

  /** Counts one request on the wire; `response` is null when none arrived. `host` is where it went. */
  record(named: NamedEndpoint, host: string, response: Response | null): void {
    const { service, name, endpoint } = named;
    this.#count({ service, name, method: endpoint.method, path: endpoint.path }, host, response);
  }

  /** Counts one picture asked for; `response` is null when none arrived. */
  recordPicture(host: string, response: Response | null): void {
    this.#count(pictureName, host, response);
  }

  /** The size of an answer's body, once it has been read. */
  addBytes(named: NamedEndpoint, bytes: number, response: Response): void {
    this.#addBytes(named.service, named.name, bytes, response);
  }

  addPictureBytes(bytes: number, response: Response): void {
    this.#addBytes(pictureName.service, pictureName.name, bytes, response);
  }

  list(): readonly LedgerEntry[] {
    return [...this.#entries.values()];
  }

  /** The newest requests, newest first. */
  recent(): readonly LedgerRequest[] {
    return this.#requests.toReversed();
  }

  #count(name: LedgerName, host: string, response: Response | null): void {
    const key = `${name.service}.${name.name}`;
    const known = this.#entries.get(key) ?? { ...name, calls: 0, answers: 0, lastStatus: null, bytes: 0 };
    const status = response?.status ?? null;
    this.#entries.set(key, {
      ...known,
      calls: known.calls + 1,
      answers: known.answers + (response ? 1 : 0),
      lastStatus: status ?? known.lastStatus,
    });
    const number = ++this.#last;
    if (response) this.#numbers.set(response, number);
    const { method, path } = name;
    this.#requests.push({ number, at: this.#now(), host, method, path, status, bytes: null });
    // Cut now and then: cutting at every request would copy the list at every request.
    if (this.#requests.length > mostRequests * 1.2) this.#requests = this.#requests.slice(-mostRequests);
    this.#onRecorded();
  }

  #addBytes(service: string, name: string, bytes: number, response: Response): void {
    const key = `${service}.${name}`;
    const known = this.#entries.get(key);
    if (known) this.#entries.set(key, { ...known, bytes: known.bytes + bytes });
    const number = this.#numbers.get(response);
    const index = this.#requests.findLastIndex((request) => request.number === number);
    const request = this.#requests[index];
    if (request) this.#requests[index] = { ...request, bytes };
  }
}
