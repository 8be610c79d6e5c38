import type { PreparedRequest } from '../../electron/roblox/request.ts';

/** The request as a curl line. Where a session would go there is a name to fill in, never a value. */
export function toCurl({ method, address, body }: PreparedRequest, hasSession: boolean): string {
  const words = ['curl', '-X', method, quote(address), '-H', quote('accept: application/json')];
  if (hasSession) words.push('-H', '"cookie: .ROBLOSECURITY=$SESSION"');
  if (body !== undefined) words.push('-H', quote('content-type: application/json'), '--data', quote(body));
  return words.join(' ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
