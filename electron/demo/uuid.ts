import type { Random } from './art/random.ts';

/** An identifier in the form Roblox gives to items and copies of its newer limited system. */
export function uuid(random: Random): string {
  const parts = Array.from({ length: 4 }, () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  );
  const digits = parts.join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
