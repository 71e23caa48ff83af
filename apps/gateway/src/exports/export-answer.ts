import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExportBody } from './export-body.js';

/** Trailers: both are known only once the last byte is made. */
export const ROWS_TRAILER = 'rotunda-rows';
export const DIGEST_TRAILER = 'repr-digest';
export const AS_OF_HEADER = 'rotunda-as-of';

export interface ExportedFile {
  name: string;
  mediaType: string;
  asOf: Date | undefined;
}

/** Headers of a file, whether or not its bytes follow. */
export function describeFile(reply: FastifyReply, { name, mediaType, asOf }: ExportedFile): FastifyReply {
  void reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename="${name}"`)
    // The digest is that of these bytes: nobody on the way may compress them.
    .header('cache-control', 'no-store, no-transform');
  return asOf ? reply.header(AS_OF_HEADER, asOf.toISOString()) : reply;
}

type Sent = Pick<ExportBody<never>, 'stream' | 'rows' | 'sha256'>;

/** Sends it, with RFC 9530's digest and the number of rows behind the last byte. */
export async function sendFile(reply: FastifyReply, body: Sent): Promise<void> {
  reply.trailer(ROWS_TRAILER, () => Promise.resolve(String(body.rows)));
  reply.trailer(DIGEST_TRAILER, () => Promise.resolve(`sha-256=:${body.sha256().toString('base64')}:`));
  await reply.send(body.stream);
}

export const isHead = ({ method }: FastifyRequest): boolean => method === 'HEAD';
