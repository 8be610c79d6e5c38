import { errors } from './en/errors.ts';
import { menu } from './en/menu.ts';
import { window } from './en/window.ts';

/** Every sentence Satchel shows, in English. */
export const en = { errors, menu, window } as const;
