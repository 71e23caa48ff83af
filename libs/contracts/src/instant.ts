import { IsISO8601, Matches } from 'class-validator';
import { noteField } from './field-notes.js';

const DAY = String.raw`(?!0000)\d{4}-\d{2}-\d{2}`;
const TIME = String.raw`T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?`;
/** Without a zone JavaScript assumes the machine's: two machines would read two instants. */
const ZONE = String.raw`(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)`;
const INSTANT = new RegExp(`^${DAY}${TIME}${ZONE}$`);
const DAY_OR_INSTANT = new RegExp(`^${DAY}(?:${TIME}${ZONE})?$`);
const CALENDAR_DATE = new RegExp(`^${DAY}$`);

export const AN_INSTANT = 'an ISO 8601 instant with its zone, such as 2026-11-23T02:05:00Z';

/** For values in KV and streams; classes use `IsInstant`. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

/** A calendar date, such as 2026-11-23; neither the calendar nor Postgres has a year 0. */
export const IsCalendarDate = (): PropertyDecorator =>
  matching(CALENDAR_DATE, '$property must be a real date written as YYYY-MM-DD', 'date');

export const IsInstant = (): PropertyDecorator => matching(INSTANT, `$property must be ${AN_INSTANT}`, 'date-time');

/** A day begins at midnight UTC. */
export const IsDayOrInstant = (): PropertyDecorator =>
  matching(
    DAY_OR_INSTANT,
    '$property must be a day (2026-11-23, from midnight UTC) or an instant (2026-11-23T02:00:00Z)',
  );

/** The pattern checks the form, the other rule that the date exists. */
function matching(pattern: RegExp, message: string, format?: 'date' | 'date-time'): PropertyDecorator {
  return (target, property) => {
    Matches(pattern, { message })(target, property);
    IsISO8601({ strict: true }, { message })(target, property);
    if (format) noteField({ format })(target, property);
  };
}
