import type * as z from 'zod/mini';

/** Pairs a route's input schema with the type of its answer; the type exists for the compiler alone. */
export function route<Output>() {
  return <Input extends z.ZodMiniType>(input: Input) => ({ input }) as { input: Input; output?: Output };
}
