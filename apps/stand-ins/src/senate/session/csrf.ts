import { randomInt } from 'node:crypto';
import type { SiteRequest } from '../../answer.js';
import { cookieOf } from './cookies.js';

/** Django's alphabet for CSRF secrets: `string.ascii_letters + string.digits`. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const SECRET_LENGTH = 32;
const TOKEN_LENGTH = 2 * SECRET_LENGTH;

export const CSRF_COOKIE = 'csrftoken';
export const CSRF_FIELD = 'csrfmiddlewaretoken';

/** Why Django's CSRF middleware rejects a request, in the words of its debug page. */
export type CsrfRefusal =
  | 'CSRF cookie not set.'
  | 'CSRF token missing.'
  | 'CSRF token has incorrect length.'
  | 'CSRF token incorrect.'
  | 'Origin checking failed.'
  | 'Referer checking failed - no Referer.'
  | 'Referer checking failed - Referer is malformed.'
  | 'Referer checking failed - it does not match any trusted origins.';

export function newSecret(): string {
  return Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * The secret as in a form: 32 characters of salt, then the 32 of the secret shifted by them; different on each page
 * (`django.middleware.csrf._mask_cipher_secret`).
 */
export function maskSecret(secret: string): string {
  const salt = newSecret();
  return salt + shifted(secret, salt, 1);
}

/** Null for what is neither a form's token nor a bare secret. */
export function unmaskToken(token: string): string | null {
  if ([...token].some((char) => !ALPHABET.includes(char))) return null;
  if (token.length === SECRET_LENGTH) return token;
  if (token.length !== TOKEN_LENGTH) return null;
  return shifted(token.slice(SECRET_LENGTH), token.slice(0, SECRET_LENGTH), -1);
}

function shifted(text: string, salt: string, sign: 1 | -1): string {
  const at = (char: string): number => ALPHABET.indexOf(char);
  return Array.from(text, (char, index) => {
    const place = at(char) + sign * at(salt[index]!) + ALPHABET.length;
    return ALPHABET[place % ALPHABET.length];
  }).join('');
}

/**
 * Django's checks of a POST, in its order and as over HTTPS (the stand-in itself uses HTTP). An Origin, if sent,
 * decides; otherwise there must be a Referer of this site. Then the cookie is checked, then the token of the form or
 * the header.
 */
export function refusalOf(request: SiteRequest, form: URLSearchParams): CsrfRefusal | null {
  const foreign = originRefusal(request);
  if (foreign !== null) return foreign;
  const secret = cookieOf(request, CSRF_COOKIE);
  if (secret?.length !== SECRET_LENGTH) return 'CSRF cookie not set.';
  const token = form.get(CSRF_FIELD) || request.headers['x-csrftoken']?.toString();
  if (!token) return 'CSRF token missing.';
  if (token.length !== SECRET_LENGTH && token.length !== TOKEN_LENGTH) return 'CSRF token has incorrect length.';
  return unmaskToken(token) === secret ? null : 'CSRF token incorrect.';
}

function originRefusal({ headers }: SiteRequest): CsrfRefusal | null {
  const host = headers.host ?? '';
  if (headers.origin !== undefined) return hostOf(headers.origin) === host ? null : 'Origin checking failed.';
  if (headers.referer === undefined) return 'Referer checking failed - no Referer.';
  const refererHost = hostOf(headers.referer);
  if (refererHost === null) return 'Referer checking failed - Referer is malformed.';
  return refererHost === host ? null : 'Referer checking failed - it does not match any trusted origins.';
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
