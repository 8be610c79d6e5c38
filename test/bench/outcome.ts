/** What a row found. With a peer the limit is how many times the peer ours may be; without one it is in the unit itself. */
export interface Measurement {
  readonly name: string;
  readonly ours: number;
  readonly peer: number | null;
  readonly unit: string;
  readonly limit: number;
  /** How it was measured, for a person: rounds, spread, what stands beside the figure. */
  readonly note: string;
}

/** One line of `out/bench.json`. What could not be measured has no figures, is not ok, and says why in its note. */
export interface Outcome {
  readonly name: string;
  readonly ours: number | null;
  readonly peer: number | null;
  readonly unit: string;
  /** null without a peer, or when it cannot be said: the peer's figure is 0 and ours is not. */
  readonly ratio: number | null;
  readonly limit: number | null;
  readonly ok: boolean;
  readonly note: string;
}

/** A figure judged by its limit, exactly: rounding is for the eye. */
export function judge(measurement: Measurement): Outcome {
  const { name, ours, peer, unit, limit, note } = measurement;
  if (!Number.isFinite(ours) || (peer !== null && !Number.isFinite(peer)))
    return cannotMeasure(name, `no figure came out: ours ${ours}, peer ${peer}`);
  if (peer === null) return { name, ours, peer, unit, ratio: null, limit, ok: ours <= limit, note };
  // Neither has any (no dropped frame on both sides): as good as the peer.
  const ratio = ours === peer ? 1 : ours / peer;
  return {
    name,
    ours,
    peer,
    unit,
    ratio: Number.isFinite(ratio) ? ratio : null,
    limit,
    ok: ratio <= limit,
    note,
  };
}

/** A row that brought no figure, which is no pass. */
export function cannotMeasure(name: string, reason: string): Outcome {
  return { name, ours: null, peer: null, unit: '', ratio: null, limit: null, ok: false, note: reason };
}

export function isMeasured({ ours }: Outcome): boolean {
  return ours !== null;
}
