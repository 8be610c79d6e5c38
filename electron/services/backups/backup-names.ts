/** What a backup is for: its name tells. */
export type BackupPurpose = 'byHand' | 'scheduled' | 'before restore';

/** `at` in epoch milliseconds; the name has the day, and the time where nobody is asked for another name. */
export function backupName(purpose: BackupPurpose, at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  if (purpose === 'byHand') return `Satchel backup ${day}`;
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.');
  return `Satchel backup ${day} ${time} ${purpose}.satchel`;
}
