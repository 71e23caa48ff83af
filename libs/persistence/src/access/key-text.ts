import { createHash, randomBytes } from 'node:crypto';

const ID_BYTES = 8;
const SECRET_BYTES = 32;
const KEY_TEXT = /^rtd_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

/** A new key's id, and its text: `rtd_<id>_<secret>`. The prefix lets scanners of repositories find a leaked one. */
export function newKey(): { id: string; text: string } {
  const id = randomBytes(ID_BYTES).toString('hex');
  return { id, text: `rtd_${id}_${newSecret()}` };
}

/** 256 random bits, in base64url. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** Null if the text does not have the form of a key. */
export const keyIdIn = (text: string): string | null => KEY_TEXT.exec(text)?.[1] ?? null;

export const isKeyId = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

export const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
