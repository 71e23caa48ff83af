/**
 * Postgres error classes about the data itself: 22 (data exceptions), 23 (constraints), 54 (limits, such as a text too
 * long for an index). https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const OF_DATA = /^(?:22|23|54)[0-9A-Z]{3}$/;

/** Why Postgres rejected the data, e.g. `22P05: unsupported Unicode escape sequence`; null for any other error. */
export function rejectionOfData(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, driverError } = error as Partial<Record<string, unknown>> & Error;
  if (typeof code === 'string' && OF_DATA.test(code)) return `${code}: ${error.message}`;
  return driverError === error ? null : rejectionOfData(driverError);
}
