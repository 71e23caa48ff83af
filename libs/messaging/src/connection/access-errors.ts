import { ErrorCode, NatsError } from 'nats';

/** NATS refuses this process: it doesn't know its user, or that user has no right to this. Waiting changes nothing. */
export class NatsAccessError extends Error {
  override readonly name = 'NatsAccessError';
}

const REFUSED: ReadonlySet<string> = new Set([
  ErrorCode.AuthorizationViolation,
  ErrorCode.BadAuthentication,
  ErrorCode.AuthenticationExpired,
  ErrorCode.AccountExpired,
]);

export const isRefused = (code: string): boolean => REFUSED.has(code);

export const SIGN_IN_REFUSED =
  'NATS refuses the credentials: set NATS_NKEY_SEED_FILE to the key of this service (rotunda secrets make), or ' +
  'NATS_USER and NATS_PASSWORD_FILE.';

const NO_TLS = 'NATS_CA, NATS_CERT or a tls:// address ask for TLS, but this nats-server has none: nothing was sent.';

/** What NATS denied, for the operator. */
export const denied = ({ operation, subject }: { operation: string; subject: string }): string =>
  `NATS denies the ${operation === 'publish' ? 'publishing' : 'subscription'} to ${subject}: is nats-server's file of ` +
  'users older than this version? Write it anew (rotunda secrets make), and reload nats-server.';

/** The error in the operator's terms; null if it is about something else. */
export function accessErrorOf(error: unknown): NatsAccessError | null {
  if (!(error instanceof Error)) return null;
  const complaint = complaintOf(error);
  return complaint === null ? null : new NatsAccessError(complaint, { cause: error });
}

function complaintOf(error: Error): string | null {
  if (!(error instanceof NatsError)) return isCertificateError(error) ? untrusted(error) : null;
  if (isRefused(error.code)) return SIGN_IN_REFUSED;
  if (error.permissionContext) return denied(error.permissionContext);
  if (error.code === (ErrorCode.ServerOptionNotAvailable as string)) return NO_TLS;
  const { chainedError } = error;
  return chainedError && isCertificateError(chainedError) ? untrusted(chainedError) : null;
}

const untrusted = (error: Error): string =>
  `The TLS connection to NATS failed (${error.message}): is NATS_CA_FILE the authority of its certificate, and does ` +
  'that name the host in NATS_URL?';

/** Node's and OpenSSL's codes. */
const isCertificateError = (error: Error): boolean =>
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test((error as NodeJS.ErrnoException).code ?? '');
