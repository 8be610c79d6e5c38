const starts: readonly (readonly [type: PictureType, start: readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];
const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

export type PictureType = 'image/png' | 'image/jpeg' | 'image/webp';

/** What kind of picture these bytes are, by how they begin; null for anything else, whatever it called itself. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (beginsWith(bytes, riff) && beginsWith(bytes.subarray(8), webp)) return 'image/webp';
  return starts.find(([, start]) => beginsWith(bytes, start))?.[0] ?? null;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
