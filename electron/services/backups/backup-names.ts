/** What a backup is for: it is told by its name, and those made by themselves are the only ones that make room. */
export type BackupPurpose = 'byHand' | 'scheduled' | 'before restore';

const scheduled = /^Satchel backup \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d scheduled\.satchel$/;

/** `at` in epoch milliseconds; the name has the day, and the time where nobody is asked for another name. */
export function backupName(purpose: BackupPurpose, at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  if (purpose === 'byHand') return `Satchel backup ${day}`;
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.');
  return `Satchel backup ${day} ${time} ${purpose}.satchel`;
}

/** Of the files of a folder those that go so that `kept` are left; the newest one, whatever the clock says, is `newest`. */
export function outlived(files: readonly string[], newest: string, kept: number): string[] {
  return files
    .filter((file) => scheduled.test(file) && file !== newest)
    .toSorted()
    .reverse()
    .slice(Math.max(0, kept - 1));
}
