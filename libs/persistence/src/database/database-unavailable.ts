/**
 * Error codes of Node and Postgres while the database can't be reached: sockets, `57P0x` (shutting down, starting up),
 * class 08 (connection exceptions) and 53300 (too many connections).
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const CODES = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|08...|57P0[1-4]|53300)$/;

/** pg has neither a class nor a code for a connection that broke, could not be made, or does not answer. */
const MESSAGES = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^timeout expired/,
  /^Driver not Connected/,
  /^Query read timeout/,
  /^Client (?:was closed|has encountered a connection error) and is not queryable/,
];

/** Whether a query failed because Postgres is unavailable. TypeORM passes the driver's error on as `driverError`. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall, driverError, errors } = error as Partial<Record<string, unknown>> & Error;
  if (typeof code === 'string' && CODES.test(code)) return true;
  // For Postgres's Unix socket; a missing file or program is another error.
  if (code === 'ENOENT' && syscall === 'connect') return true;
  if (MESSAGES.some((message) => message.test(error.message))) return true;
  if (driverError !== error && isDatabaseUnavailable(driverError)) return true;
  // A host name with two addresses fails as an AggregateError.
  return Array.isArray(errors) && errors.some(isDatabaseUnavailable);
}
