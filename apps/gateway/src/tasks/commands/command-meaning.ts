import { HttpStatus } from '@nestjs/common';
import type { Command, ReparseCommand, ScrapeCommand, TaskName } from '#rotunda/contracts';
import { type DateWindow, easternDate, resolveWindow } from '#rotunda/domain';
import type { Destination } from '../../http/path-parameters.js';
import { refuseReversedRange } from '../../http/list-params.js';

/** What a command means today, where that does not follow from its fields alone. */
export interface Meaning {
  /** The days that a scrape covers; null for other kinds. */
  window: DateWindow | null;
  /** A sentence for the answer about what will be done. */
  message: string;
}

/** Optional per kind: a check that its fields are consistent, and its own sentence. */
const MEANINGS: Partial<Record<TaskName, (command: never, chamber: Destination, now: Date) => Meaning>> = {
  scrape: (command: ScrapeCommand, chamber, now) => {
    const window = resolveWindow(command, easternDate(now));
    const { start, end } = window;
    return { window, message: `${possessive(chamber)} filings from ${start} to ${end} will be scraped.` };
  },
  check: (_command, chamber) => ({ window: null, message: `${possessive(chamber)} site will be checked.` }),
  reparse: (command: ReparseCommand, chamber) => {
    refuseReversedRange('filed', command.filed_from, command.filed_to, HttpStatus.UNPROCESSABLE_ENTITY);
    const end = command.apply ? 'differences will be stored' : 'differences will be reported, but not stored';
    return { window: null, message: `${possessive(chamber)} archive will be parsed again; ${end}.` };
  },
};

/** @throws InvalidWindowError, ProblemException (422) where the fields contradict each other */
export function meaningOf(name: TaskName, command: Command, chamber: Destination, now: Date): Meaning {
  const usual = { window: null, message: `${possessive(chamber)} ${name} is queued.` };
  return MEANINGS[name]?.(command as never, chamber, now) ?? usual;
}

const possessive = (destination: Destination): string =>
  destination === 'all' ? 'Each chamber’s' : `The ${destination}’s`;
