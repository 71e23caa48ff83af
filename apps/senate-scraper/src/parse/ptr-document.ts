import { parseFilingDate, type IsoDate } from '#rotunda/domain';
import { textOf, type Page } from './page/html-page.js';

/** What a PTR says outside of its table. */
export interface PtrHeader {
  titleRaw: string;
  amendmentNo: number | null;
  /** Whether the title mentions an amendment, numbered or not. */
  isAmendment: boolean;
  filerNameRaw: string | null;
  /** `10/04/2022 @ 11:06 AM` */
  filedAtRaw: string | null;
  /** Filing date, US Eastern. */
  filedOn: IsoDate | null;
  /** `HH:MM` */
  filedTime: string | null;
}

const AMENDMENT = /\(Amendment\b\s*(\d*)\)/i;
const FILED_AT = /^Filed\s+(.+)$/i;
/** Minutes are missing on the full hour (`@ 10 AM`): 18 of 563 pages. */
const DAY_AND_TIME = /^(\S+) @ (\d{1,2})(?::(\d{2}))? (AM|PM)$/i;

/** Reads the text around the table of a page whose title is that of a PTR. */
export function readPtrHeader(page: Page): PtrHeader {
  const titleRaw = textOf(page('h1').first());
  const amendment = AMENDMENT.exec(titleRaw);
  const filedAtRaw = readFiledAt(page);
  return {
    titleRaw,
    amendmentNo: amendment?.[1] ? Number(amendment[1]) : null,
    isAmendment: amendment !== null,
    filerNameRaw: textOf(page('h2.filedReport').first()) || null,
    filedAtRaw,
    filedOn: parseFilingDate(filedAtRaw?.split(' ')[0] ?? ''),
    filedTime: filedAtRaw === null ? null : parseTime(filedAtRaw),
  };
}

function readFiledAt(page: Page): string | null {
  const texts = page('p.muted')
    .toArray()
    .map((element) => textOf(page(element)));
  return texts.map((text) => FILED_AT.exec(text)?.[1]).find((text) => text !== undefined) ?? null;
}

function parseTime(filedAtRaw: string): string | null {
  const parts = DAY_AND_TIME.exec(filedAtRaw);
  if (!parts) return null;
  const [, , hour, minutes = '00', half] = parts;
  if (Number(hour) < 1 || Number(hour) > 12 || Number(minutes) > 59) return null;
  const hourOfDay = (Number(hour) % 12) + (half!.toUpperCase() === 'PM' ? 12 : 0);
  return `${String(hourOfDay).padStart(2, '0')}:${minutes}`;
}
