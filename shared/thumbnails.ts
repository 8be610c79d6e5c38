/** Why a picture is not shown. `none`: Roblox has none. `notYet`: it is being drawn, or was not asked for so far. */
export type ThumbnailReason = 'blocked' | 'inReview' | 'none' | 'notYet' | 'offline' | 'failed';

/** Pictures asked about in one question. */
export const mostExplained = 200;

export interface ThumbnailExplanation {
  readonly reason: ThumbnailReason;
  /** In how many milliseconds asking again makes sense; null when only a change brings the picture. */
  readonly againInMs: number | null;
}
