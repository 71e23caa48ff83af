import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
/** Postgres's own number. */
const ITERATIONS = 4_096;

/**
 * What Postgres stores for a password (RFC 5803). Sent in place of the password, which then appears neither in
 * pg_stat_activity nor in the server's log.
 */
export function scramVerifier(password: string, salt = randomBytes(SALT_BYTES)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  const serverKey = hmac('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
