import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { servePages } from '../electron/pages.ts';
import type { FirstAnswers } from '../shared/first-answers.ts';
import { temporaryFolder } from './support/library-folder.ts';

function serve(asked: string[] = [], firstAnswers: FirstAnswers | null = null) {
  const folder = temporaryFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<body><p>page</p></body>');
  writeFileSync(join(root, 'assets', 'a.js'), 'a');
  writeFileSync(join(folder, 'secret'), 'secret');
  const readThumbnail = (key: string) => {
    asked.push(key);
    return Promise.resolve(key === 'known' ? new Uint8Array([1]) : null);
  };
  const answer = servePages({
    root,
    developmentServer: undefined,
    firstAnswers: () => Promise.resolve(firstAnswers),
    readThumbnail,
  });
  return (path: string, method = 'GET', host = 'satchel') =>
    answer(new Request(`app://${host}${path}`, { method }));
}

describe('app://satchel', () => {
  it('a file of the build not answered, or without its policy', async () => {
    const ask = serve();
    const page = await ask('/index.html');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await ask('/assets/a.js')).headers.get('content-type')).toContain('javascript');
  });

  it('a name from Roblox in the first answers that ends their block and runs', async () => {
    const name = '</script><script>alert(1)</script><!-- $& $` \u2028';
    const ask = serve([], { 'items.list {}': { ok: true, data: name } });
    const text = await (await ask('/index.html')).text();
    const [, block = ''] =
      /<script type="application\/json" id="first-answers">(.*)<\/script><\/body>$/s.exec(text) ?? [];
    expect(block).not.toContain('<');
    expect(JSON.parse(block)).toEqual({ 'items.list {}': { ok: true, data: name } });
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it('a page kept from coming up because nothing is answered yet', async () => {
    expect(await (await serve()('/index.html')).text()).toBe('<body><p>page</p></body>');
  });

  it.each([
    '/',
    '/secret',
    '/../secret',
    '/..%2fsecret',
    '/%2e%2e/secret',
    '/assets/../../secret',
    '/assets/..%5c..%5csecret',
    '/index.html/',
    '/index.html%00',
    '/INDEX.HTML',
    '//index.html',
    '/assets',
    '/assets/',
  ])('something else answered: %s', async (path) => {
    expect((await serve()(path)).status).toBe(404);
  });

  it('another method or host answered', async () => {
    const ask = serve();
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      expect((await ask('/index.html', method)).status).toBe(404);
    expect((await ask('/index.html', 'GET', 'other')).status).toBe(404);
    expect((await ask('/index.html', 'GET', 'satchel.example')).status).toBe(404);
  });

  it('a picture that is not there taken for a failure, or a key changed on the way', async () => {
    const asked: string[] = [];
    const ask = serve(asked);
    expect((await ask('/thumb/known')).status).toBe(200);
    expect((await ask('/thumb/unknown')).status).toBe(204);
    expect(asked).toEqual(['known', 'unknown']);
  });
});
