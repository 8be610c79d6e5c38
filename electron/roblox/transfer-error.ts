import { AppError } from '../../shared/errors.ts';

/** What went wrong on the way, in Satchel's words: given up, too slow, or not reached at all. */
export function toTransferError(thrown: unknown, wasCancelled: boolean, hasTimedOut: boolean): AppError {
  if (thrown instanceof AppError) return thrown;
  if (wasCancelled) return new AppError('cancelled', 'The request was given up');
  if (hasTimedOut) return new AppError('timedOut', 'No complete answer in time');
  return new AppError('unreachable', `No connection: ${reason(thrown)}`);
}

/** The system's code of the deepest cause (ECONNREFUSED, ENOTFOUND, …). Addresses and headers stay out of messages. */
function reason(thrown: unknown): string {
  let cause = thrown;
  while (cause instanceof Error && cause.cause) cause = cause.cause;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
