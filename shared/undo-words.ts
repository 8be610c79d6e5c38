import { undo } from './locales/en/collections.ts';
import type { StepName } from './undo.ts';

const wholeNumber = new Intl.NumberFormat('en');

/**
 * What a step did, as it stands after "Undo:". Names are put in as they are, whatever they hold. `nameOf` says what an
 * account is called.
 */
export function wordStep(step: StepName, nameOf: (accountId: number) => string): string {
  const { steps, moveInto } = undo;
  const isInto = step.kind === 'moveCollection' && step.into !== null;
  const count = 'count' in step ? step.count : 1;
  const values: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(step).map(([name, value]) => [name, String(value)])),
    number: wholeNumber.format(count),
    out: wholeNumber.format('out' in step ? step.out : 0),
    account: 'accountId' in step ? nameOf(step.accountId) : '',
  };
  const [one = '', many = one] = (isInto ? moveInto : steps[step.kind]).split(' | ');
  return (count === 1 ? one : many).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
