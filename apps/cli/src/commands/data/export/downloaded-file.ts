import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { RotundaApi } from '../../../api/rotunda-api.js';

/** A file as it arrived. */
export interface DownloadedFile {
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * Saves what the gateway makes.
 *
 * @param onBytes called with each part's size
 * @throws Error where it did not arrive whole: the connection broke, or the digest behind the last byte is another
 */
export async function downloadFile(
  api: RotundaApi,
  { path, to }: { path: string; to: string },
  onBytes: (bytes: number) => void,
  onAway: () => void,
): Promise<DownloadedFile> {
  const answer = await api.download(path, onAway);
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part);
      bytes += part.length;
      onBytes(part.length);
      yield part;
    }
  };
  await pipeline(answer, counted, createWriteStream(to)).catch((cause: unknown) => {
    throw new Error(`GET ${path} broke off after ${bytes} bytes; run the export again`, { cause });
  });
  const digest = hash.digest();
  const { 'repr-digest': sent, 'rotunda-rows': rows } = answer.trailers;
  if (sent !== `sha-256=:${digest.toString('base64')}:` || rows === undefined) {
    throw new Error(`GET ${path} arrived damaged: its bytes are not those of its digest; run the export again`);
  }
  return { rows: Number(rows), bytes, sha256: digest.toString('hex') };
}
