import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as a stand-in site sees it, with its whole body. */
export interface SiteRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface SiteAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
}

export function htmlAnswer(status: number, html: string, headers: Record<string, string> = {}): SiteAnswer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: Buffer.from(html) };
}

export function jsonAnswer(status: number, value: unknown): SiteAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: Buffer.from(`${JSON.stringify(value)}\n`),
  };
}

/**
 * Serves a file like a web server: with ETag and Last-Modified, and 304 without a body where the client's copy is
 * current. As in RFC 9110 section 13.2.2, If-None-Match alone decides where both conditions are sent.
 */
export function fileAnswer(
  request: SiteRequest,
  file: { body: Buffer; mediaType: string; modifiedAt: Date },
): SiteAnswer {
  const etag = entityTag(file.body);
  const validators = { etag, 'last-modified': file.modifiedAt.toUTCString() };
  if (isCurrentCopy(request.headers, etag, file.modifiedAt)) {
    return { status: 304, headers: validators, body: Buffer.alloc(0) };
  }
  return { status: 200, headers: { 'content-type': file.mediaType, ...validators }, body: file.body };
}

/** An ETag like those of IIS: hexadecimal digits, a colon and a counter, in quotes. */
function entityTag(body: Buffer): string {
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}:0"`;
}

function isCurrentCopy(headers: IncomingHttpHeaders, etag: string, modifiedAt: Date): boolean {
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) return noneMatch.trim() === '*' || weakTags(noneMatch).includes(etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  // The header has whole seconds. Compared in milliseconds, a copy would look older than its own source.
  return !Number.isNaN(since) && Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since;
}

const weakTags = (list: string): string[] => list.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
