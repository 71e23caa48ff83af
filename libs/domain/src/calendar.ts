/** Calendar dates are ISO strings (`2026-11-23`): the sites publish days in US Eastern time, not instants. */
export type IsoDate = string;

const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Reads the sites' `M/D/YYYY`; null where the text is not a calendar date. */
export function parseUsDate(raw: string): IsoDate | null {
  const parts = US_DATE.exec(raw.trim());
  if (!parts) return null;
  const [, month, day, year] = parts as unknown as [string, string, string, string];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

/** True for a real calendar day: not `2025-02-30`, and not in the year 0, which Postgres does not have either. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text) || text.startsWith('0000')) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });

/** Today on Capitol Hill. */
export function easternDate(instant: Date): IsoDate {
  return EASTERN_DAY.format(instant);
}
