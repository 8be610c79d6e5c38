export interface ModelAnswer {
  readonly status: number;
  readonly robloxCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The items that a reading shows. */
  readonly shows?: readonly number[];
  /** How long Roblox takes no more such requests. */
  readonly closedForMs?: number;
}
