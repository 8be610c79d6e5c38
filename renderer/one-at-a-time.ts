/**
 * The task, never twice at once: however often it is asked for while one is under way, one more follows. The answer comes once
 * nothing asked for is left to do. For tasks that do not throw.
 */
export function oneAtATime(task: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | null = null;
  let isWanted = false;

  async function carryOut(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await task();
    }
    underWay = null;
  }

  return () => {
    isWanted = true;
    underWay ??= carryOut();
    return underWay;
  };
}
