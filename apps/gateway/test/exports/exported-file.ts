import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';

export interface ExportedFile {
  status: number;
  headers: IncomingMessage['headers'];
  trailers: IncomingMessage['trailers'];
  bytes: Buffer;
  sha256: string;
}

/** As `fetch`, which does not show trailers. */
export async function download(url: string, method = 'GET'): Promise<ExportedFile> {
  const asked = request(url, { method }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  return { status: answer.statusCode ?? 0, headers: answer.headers, trailers: answer.trailers, bytes, sha256 };
}

/** The rows of NDJSON. */
export const linesOf = ({ bytes }: ExportedFile): unknown[] =>
  bytes
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
