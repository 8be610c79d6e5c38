import { readonly, shallowRef } from 'vue';
import { forgetFirstAnswers, hasFirstAnswers } from './first-answers.ts';
import { holdPictures } from './ui/picture-queue.ts';
import { whenPainted } from './when-painted.ts';

const isComing = shallowRef(false);
let painted: Promise<void> | undefined;

/** Whether the first screen is still on its way: what it can do without waits for it. */
export const isFirstScreenComing = readonly(isComing);

/** To be called before anything is shown. Resolves when what is on screen then has been painted. */
export async function beginFirstScreen(): Promise<void> {
  const showPictures = holdPictures();
  isComing.value = true;
  painted = new Promise((resolve) => whenPainted(resolve));
  await painted;
  isComing.value = false;
  forgetFirstAnswers();
  showPictures();
}

/** Waits until the first screen is painted; undefined when there is nothing to wait for, or to paint without asking. */
export function firstScreenPainted(): Promise<void> | undefined {
  return isComing.value && hasFirstAnswers() ? painted : undefined;
}
