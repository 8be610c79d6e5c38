const dayMs = 86_400_000;

/** A calendar day of this computer as a number: one more each day, whatever its clock does in summer. */
export function dayOf(time: number): number {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

/** The first millisecond of a day on this computer. */
export function startOfDay(day: number): number {
  const date = new Date(day * dayMs);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()).getTime();
}
