import { describe, expect, it } from 'vitest';
import { askAbout, isDone, ownedAndForeign, players, startOwnership } from '../../support/ownership-rig.ts';

const [first, second, third, , hidden] = players;
if (!first || !second || !third || !hidden) throw new Error('There are five players');
const { catalogue } = first;
const { owned, foreign } = ownedAndForeign();

describe('asking', () => {
  it('a lost network in the middle losing answers, or asking what was answered', async () => {
    const rig = await startOwnership({ limitFactor: 100 });
    const run = rig.start();
    const ids = Array.from({ length: 120 }, (_, place) => catalogue.assetId(8, 7000 + place));
    await run.library.ownershipList.paste(ids.join('\n'), true);
    await run.engine.start(false);
    await rig.until(run.engine, ({ dealtWith }) => dealtWith > 200);
    rig.world.isOffline = true;
    const offline = await rig.until(run.engine, ({ phase }) => phase.kind === 'offline');
    expect(offline.dealtWith).toBeLessThan(offline.total);
    rig.world.isOffline = false;
    run.engine.reconnect();
    const end = await rig.until(run.engine, isDone);
    expect(end.dealtWith).toBe(600);
    const paths = rig.server.requestsTo(/\/items\//).map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('a round that does not follow the list, its columns or a wish to ask everything', async () => {
    const rig = await startOwnership({ limitFactor: 100 });
    const run = rig.start();
    const { ownershipList } = run.library;
    await ownershipList.leaveOut([second.userId, hidden.userId]);
    await ownershipList.paste(String(owned), true);
    await run.engine.start(false);
    expect((await rig.until(run.engine, isDone)).total).toBe(3);
    expect(rig.server.requestsTo(`/inventory/v1/users/${second.userId}/`)).toHaveLength(0);
    rig.server.clear();
    await ownershipList.paste(String(foreign), false);
    run.engine.look();
    await run.engine.start(false);
    await rig.until(run.engine, (progress) => isDone(progress) && progress.total === 6);
    expect(rig.server.requestsTo(/\/items\//)).toHaveLength(3);
    await run.engine.start(true);
    await rig.until(run.engine, isDone);
    expect(rig.server.requestsTo(/\/items\//)).toHaveLength(9);
  });

  it('a pause that is for a moment no pause, and taken for the end', async () => {
    const rig = await startOwnership({ limitFactor: 100 });
    const run = rig.start();
    const ids = Array.from({ length: 200 }, (_, place) => catalogue.assetId(8, 7000 + place));
    await run.library.ownershipList.paste(ids.join('\n'), true);
    // Before anything is asked it says how much that is going to be.
    expect(await run.engine.state()).toMatchObject({ phase: { kind: 'idle' }, total: 1000, dealtWith: 0 });
    await run.engine.start(false);
    await rig.until(run.engine, ({ dealtWith }) => dealtWith > 50);
    const pause = { isOver: false };
    const pausing = run.engine.pause().finally(() => (pause.isOver = true));
    const phases: string[] = [];
    while (!pause.isOver) {
      phases.push((await run.engine.state()).phase.kind);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await pausing).phase.kind).toBe('paused');
    expect(phases).not.toContain('idle');
    expect((await run.engine.state()).phase.kind).toBe('paused');
    expect(rig.world.last?.phase.kind).toBe('paused');
  });

  it('an answer of yesterday taken for one of today', async () => {
    const { run, server, clock, until } = await askAbout(String(owned));
    server.clear();
    clock.pass(23 * 3_600_000);
    await run.engine.start(false);
    await until(run.engine, isDone);
    const isOthers = (path: string) => !path.includes(String(hidden.userId));
    expect(server.requestsTo(/\/items\//).filter(({ path }) => isOthers(path))).toHaveLength(0);
    clock.pass(2 * 3_600_000);
    await run.engine.start(false);
    await until(run.engine, isDone);
    expect(server.requestsTo(/\/items\//).filter(({ path }) => isOthers(path))).toHaveLength(4);
  });
});
