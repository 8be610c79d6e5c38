import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teeth } from './teeth.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the planted bugs', () => {
  it.each(teeth)('one that fits nowhere any more, and so is never planted: $name', ({ file, from }) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(from);
  });

  it('one listed twice', () => {
    expect(new Set(teeth.map(({ name }) => name)).size).toBe(teeth.length);
  });
});
