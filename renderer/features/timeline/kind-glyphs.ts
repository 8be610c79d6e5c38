import { ArrowLeftRight, CircleMinus, CirclePlus, Tag } from '@lucide/vue';
import type { Component } from 'vue';
import type { TimelineKind } from '../../../shared/timeline.ts';

/** How each kind of change looks before it is read. */
export const kindGlyphs: Readonly<Record<TimelineKind, Component>> = {
  lost: CircleMinus,
  gained: CirclePlus,
  moved: ArrowLeftRight,
  repriced: Tag,
};
