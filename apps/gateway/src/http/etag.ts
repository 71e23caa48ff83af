import { createHash } from 'node:crypto';

/** 128 bits, in base64url. */
const LENGTH = 22;

/** The ETag of a body before it is compressed; weak, since its compressed forms have the same one. */
export const etagOf = (body: string | Buffer): string =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, LENGTH)}"`;

const withoutWeakness = (etag: string): string => etag.trim().replace(/^W\//, '');

/** Whether a client has the body already, by its `If-None-Match` (RFC 9110, 13.1.2: compared weakly). */
export const hasIt = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((each) => each.trim() === '*' || withoutWeakness(each) === withoutWeakness(etag));
