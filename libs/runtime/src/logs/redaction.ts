import { stringify } from 'safe-stable-stringify';

const REDACTED = '[redacted]';

/** Ends of names whose values are secret: fields of objects, headers, settings. */
const SECRET_NAMES = [
  'authorization',
  'cookie',
  'password',
  'passwd',
  'passphrase',
  'secret',
  'token',
  'seed',
  'api[-_]?key',
  'private[-_]?key',
  'otlp(?:_traces)?_headers',
  'nats_key',
].join('|');

const SECRET_NAME = new RegExp(`(?:${SECRET_NAMES})$`, 'i');

/** Whether a field, a header or a setting of this name is secret as a whole. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Secrets in a text, each with its replacement. */
const SECRETS: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
  // A password that is not percent-encoded may have a slash. In other URLs an @ after one belongs to the path.
  [/\b(postgres(?:ql)?|nats|tls):\/\/[^\s"'<>]*@/gi, `$1://${REDACTED}@`],
  [/:\/\/[^\s/"'<>]*@/g, `://${REDACTED}@`],
  // A key of ours; the seed of an nkey: user, account or operator.
  [/\brtd_[\w-]{8,}/g, REDACTED],
  [/\bS[AUO][A-Z2-7]{40,}\b/g, REDACTED],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{16,}/gi, `$1 ${REDACTED}`],
  // A header goes on to the end of its line, or of the string that holds it.
  [/\b((?:proxy-)?authorization|(?:set-)?cookie)(["']?\s*[:=]\s*["']?)[^"'\n]+/gi, `$1$2${REDACTED}`],
  [new RegExp(`((?:${SECRET_NAMES})["']?\\s*[:=]\\s*)(?:"[^"]*"|'[^']*'|[^\\s"',;&]+)`, 'gi'), `$1${REDACTED}`],
];

/** A text as it may be logged: without passwords, keys, seeds, cookies and other credentials. */
export function redactText(text: string): string {
  return SECRETS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

/** A value as JSON, without what its names or texts give away. */
export const redactedJson = (value: unknown): string =>
  stringify(value, (name, field: unknown) => {
    if (isSecretName(name) && field !== null && field !== undefined) return REDACTED;
    return typeof field === 'string' ? redactText(field) : field;
  }) ?? String(value);
