/**
 * What node and Postgres say while the database can't be reached: sockets, `57P0x` (shutting down, starting up), class
 * 08 (connection exceptions) and 53300 (too many connections). https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const CODES = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|ENOENT|08...|57P0[1-4]|53300)$/;

/** pg has no class and no code for a connection that broke or did not come about. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Driver not Connected)/;

/** Whether a query failed because Postgres is away; TypeORM hands the driver's error on as `driverError`. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError, errors } = error as Error & { code?: unknown; driverError?: unknown; errors?: unknown };
  if (typeof code === 'string' && CODES.test(code)) return true;
  if (MESSAGES.test(error.message) || (driverError !== error && isDatabaseUnavailable(driverError))) return true;
  // A host name with two addresses fails as an AggregateError.
  return Array.isArray(errors) && errors.some(isDatabaseUnavailable);
}
