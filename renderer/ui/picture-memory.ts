import { Recent } from '../recent.ts';

// Some ten screens of tiles, about eight megabytes.
const mostKept = 480;

const kept = new Recent<string, HTMLImageElement>(mostKept);

/**
 * Keeps a picture that was shown in the page's memory for a while: whoever comes back to it sees it at once, and nobody is
 * asked for it again.
 */
export function keepPicture(address: string): void {
  kept.put(address, kept.get(address) ?? load(address));
}

function load(address: string): HTMLImageElement {
  const image = new Image();
  image.src = address;
  return image;
}
