import { AppError } from '../../shared/errors.ts';

/** The most Satchel reads of any answer, decoded: 16 MiB. */
export const maxBodyBytes = 16 * 1024 * 1024;

/**
 * Reads a whole body. Throws `answerTooLarge` past the limit, `answerMalformed` when the body ends before its length
 * or its encoding is broken, and lets an abort through.
 */
export async function readBody(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBodyBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBodyBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (thrown instanceof Error && (thrown.name === 'AbortError' || thrown.name === 'TimeoutError'))
      throw thrown;
    throw new AppError('answerMalformed', 'The answer was cut short', { status: response.status });
  }
  return joined(chunks, size);
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function tooLarge(): AppError {
  return new AppError('answerTooLarge', `The answer is larger than ${maxBodyBytes} bytes`);
}
