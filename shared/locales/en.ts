import { fileDialogs } from './en/collections.ts';
import { errors } from './en/errors.ts';
import { menu } from './en/menu.ts';
import { outboxFile } from './en/activity.ts';
import { ownershipFile } from './en/ownership.ts';
import { timelineFile } from './en/timeline.ts';
import { window } from './en/window.ts';

/** Every sentence Satchel shows, in English. */
export const en = { errors, fileDialogs, menu, outboxFile, ownershipFile, timelineFile, window } as const;
