import { ACTOR_KINDS, AUDIT_ACTIONS, AUDIT_RESULTS, AUDIT_SOURCES, type AuditEntry } from '#rotunda/contracts';
import { isUUID } from 'class-validator';

type Check = (value: unknown) => boolean;

const oneOf =
  (codes: readonly string[]): Check =>
  (value) =>
    codes.includes(value as string);
/** An index of Postgres takes no text of some 2,700 bytes or more. */
const LONGEST_TEXT = 500;
const isText: Check = (value) => typeof value === 'string' && value.length <= LONGEST_TEXT;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** Only four-digit years: Postgres reads no year 0, and no sign before a year. */
const isInstant: Check = (value) =>
  isText(value) && /^[12]\d{3}-/.test(value as string) && toInstant(value as string) === value;
const toInstant = (text: string): string | null => new Date(text).toJSON();
const isCount: Check = (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) < 2 ** 31;
const isFields: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const SHAPE: Record<keyof AuditEntry, Check> = {
  v: (value) => value === 1,
  id: (value) => isUUID(value),
  at: isInstant,
  actor_kind: oneOf(ACTOR_KINDS),
  actor_id: orNull(isText),
  actor_name: orNull(isText),
  role: orNull(isText),
  action: oneOf(AUDIT_ACTIONS),
  target: orNull(isText),
  params: isFields,
  result: oneOf(AUDIT_RESULTS),
  status: orNull(isCount),
  problem: orNull(isText),
  source: oneOf(AUDIT_SOURCES),
  address: orNull(isText),
  request_id: orNull(isText),
  trace_id: orNull(isText),
  count: isCount,
};

/** Parses a message of the stream AUDIT; null if it is not an entry. One that Postgres refuses would block the others. */
export function readAuditEntry(text: string): AuditEntry | null {
  const value = parse(text) as Partial<Record<keyof AuditEntry, unknown>> | null;
  const fits =
    isFields(value) && Object.entries(SHAPE).every(([name, check]) => check(value?.[name as keyof AuditEntry]));
  return fits ? (value as AuditEntry) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
