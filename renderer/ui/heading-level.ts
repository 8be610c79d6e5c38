import type { InjectionKey } from 'vue';

/** Which level the headings of parts have: below the name of what they are parts of. 3 unless somebody says otherwise. */
export const headingLevel: InjectionKey<2 | 3> = Symbol('headingLevel');
