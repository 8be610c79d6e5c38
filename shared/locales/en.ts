import { fileDialogs } from './en/collections.ts';
import { errors } from './en/errors.ts';
import { menu } from './en/menu.ts';
import { window } from './en/window.ts';

/** Every sentence Satchel shows, in English. */
export const en = { errors, fileDialogs, menu, window } as const;
