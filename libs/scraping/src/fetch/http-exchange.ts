import type { FetchedDocument } from '#rotunda/persistence';
import { VERSION } from '#rotunda/runtime';
import { type Exchange, noteAnswer, recordExchange } from './last-exchange.js';
import { FailedTry } from '../failed-try.js';
import type { SiteSettings } from '../settings.js';
import { RedirectedElsewhere, SiteUnavailable } from '../site-errors.js';

const PRODUCT = `Rotunda/${VERSION}`;

export interface HttpAnswer {
  url: string;
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  answeredAt: Date;
}

export interface HttpRequest {
  signal: AbortSignal;
  headers?: Record<string, string>;
  /** Sent by POST if present. */
  form?: URLSearchParams;
}

/**
 * Sends one HTTP request and reads the whole answer, whatever its status. Does not follow redirects, so only the
 * intended URL is requested.
 *
 * @throws FailedTry where the site can't be reached, cuts off its answer, or sends us to another host
 * @throws SiteUnavailable for an answer over SITE_MAX_BYTES
 */
export const exchange = (url: string, request: HttpRequest, settings: SiteSettings): Promise<HttpAnswer> =>
  recordExchange({ url, method: request.form ? 'POST' : 'GET' }, (seen) => send(url, request, settings, seen));

async function send(
  url: string,
  { signal, headers, form }: HttpRequest,
  settings: SiteSettings,
  seen: Exchange,
): Promise<HttpAnswer> {
  let response: Response;
  try {
    response = await fetch(url, {
      signal,
      headers: { 'user-agent': userAgent(settings), ...headers },
      redirect: 'manual',
      ...(form && { method: 'POST', body: form }),
    });
  } catch (error) {
    throw new FailedTry(new SiteUnavailable(`${url} can't be reached.`, { cause: error }));
  }
  noteAnswer(seen, { status: response.status, headers: response.headers });
  const refusal = redirectElsewhere(url, response);
  if (refusal) {
    await response.body?.cancel();
    throw refusal;
  }
  const bytes = await read(response, url, settings.SITE_MAX_BYTES, (some) => (seen.bytes = some));
  return { url, status: response.status, headers: response.headers, bytes, answeredAt: new Date() };
}

/** The failed try for a redirect that leaves the host, or HTTPS; null for any other answer. */
export function redirectElsewhere(
  url: string,
  { status, headers }: Pick<HttpAnswer, 'status' | 'headers'>,
): FailedTry | null {
  const location = status >= 300 && status < 400 ? headers.get('location') : null;
  if (location === null || !URL.canParse(location, url)) return null;
  const [from, to] = [new URL(url), new URL(location, url)];
  const staysSafe = from.protocol === to.protocol || to.protocol === 'https:';
  if (from.host === to.host && staysSafe) return null;
  return new FailedTry(
    new RedirectedElsewhere(`${url} answered ${status} and leads to ${to.origin}: only ${from.origin} is asked.`),
  );
}

/** The product, and a contact if the operator has set one. */
export const userAgent = ({ SITE_CONTACT }: Pick<SiteSettings, 'SITE_CONTACT'>): string =>
  SITE_CONTACT ? `${PRODUCT} (${SITE_CONTACT})` : PRODUCT;

/** The media type without parameters, e.g. `text/html`. */
export const mediaTypeOf = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();

export const documentOf = ({ url, headers, bytes, answeredAt }: HttpAnswer): FetchedDocument => ({
  url,
  mediaType: mediaTypeOf(headers),
  bytes,
  fetchedAt: answeredAt,
  etag: headers.get('etag'),
  lastModified: headers.get('last-modified'),
});

export const tooLarge = (url: string, maxBytes: number): SiteUnavailable =>
  new SiteUnavailable(`${url} is larger than ${maxBytes} bytes (SITE_MAX_BYTES).`);

/** @param onBytes gets what arrived, even of an answer that is cut off */
async function read(
  response: Response,
  url: string,
  maxBytes: number,
  onBytes: (bytes: Uint8Array) => void,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > maxBytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    onBytes(Buffer.concat(chunks));
    throw new FailedTry(new SiteUnavailable(`${url} broke off after ${length} bytes.`, { cause: error }));
  }
  if (length > maxBytes) throw tooLarge(url, maxBytes);
  const bytes = Buffer.concat(chunks);
  onBytes(bytes);
  return bytes;
}
