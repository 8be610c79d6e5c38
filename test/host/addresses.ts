// Chromium loads no scheme of an app's own, not even an intercepted one, so `app://satchel/…` travels as
// `https://satchel.invalid/…`: a secure context that no name server will ever answer for.

/** The address Chromium is given for one the app knows. */
export function toChromium(address: string): string {
  return address.replace(/^app:\/\/([^/?#]+)/, 'https://$1.invalid');
}

/** The address the app is told for one Chromium reports. */
export function toElectron(address: string): string {
  return address.replace(/^https:\/\/([a-z0-9-]+)\.invalid(?=[/?#]|$)/, 'app://$1');
}
