import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { firstAnswersId, type FirstAnswers } from '../shared/first-answers.ts';
import { pictureType } from './library/picture-type.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue',
];

// The dev server injects <style> elements and talks to the page over a socket; a build has neither.
const developmentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws://localhost:* ws://127.0.0.1:*",
];

export interface PagesOptions {
  /** The folder of the built page. */
  readonly root: string;
  /** Serves the page while developing, in place of the build. */
  readonly developmentServer: string | undefined;
  /** What the page is going to ask first, answered: it comes with the document. null when there is nothing to bring. */
  readonly firstAnswers: () => Promise<FirstAnswers | null>;
  /** A picture's bytes by key; null when there is no such picture. */
  readonly readThumbnail: (key: string) => Promise<Uint8Array | null>;
}

/**
 * Answers `app://satchel/…`: the files of the build, by an exact list read once, and thumbnails. Any other host,
 * method or spelling is a 404, so a traversal has nothing to traverse.
 */
export function servePages({ root, developmentServer, firstAnswers, readThumbnail }: PagesOptions) {
  const files = developmentServer ? new Set<string>() : listFiles(root);
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    if (url.host !== 'satchel' || request.method !== 'GET') return notFound();
    if (url.pathname.startsWith('/thumb/')) return thumbnail(await readThumbnail(url.pathname.slice(7)));
    if (developmentServer) return fromDevelopmentServer(developmentServer, url);
    if (!files.has(url.pathname)) return notFound();
    const file = readFile(join(root, url.pathname));
    if (url.pathname !== '/index.html') return page(url.pathname, await file);
    return page(url.pathname, withAnswers((await file).toString(), await firstAnswers()));
  };
}

function listFiles(root: string): Set<string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Set(
    files.map((file) => join(file.parentPath, file.name).slice(root.length).replaceAll('\\', '/')),
  );
}

/** Puts the answers into the document as data, which nothing runs: a `<` in them, however spelt, ends no element. */
function withAnswers(document: string, answers: FirstAnswers | null): string {
  if (!answers) return document;
  const data = JSON.stringify(answers).replaceAll('<', '\\u003c');
  const block = `<script type="application/json" id="${firstAnswersId}">${data}</script>`;
  return document.replace('</body>', () => `${block}</body>`);
}

function page(path: string, bytes: Uint8Array<ArrayBuffer> | string): Response {
  const type = contentTypes[extname(path)] ?? 'application/octet-stream';
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-security-policy': policy.join('; '),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

function thumbnail(bytes: Uint8Array | null): Response {
  // No picture is an ordinary answer (blocked, in review, offline): the page shows its own placeholder.
  if (!bytes) return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': pictureType(bytes) ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    },
  });
}

async function fromDevelopmentServer(server: string, url: URL): Promise<Response> {
  const answer = await fetch(new URL(url.pathname + url.search, server));
  const headers = new Headers(answer.headers);
  headers.set('content-security-policy', developmentPolicy.join('; '));
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
