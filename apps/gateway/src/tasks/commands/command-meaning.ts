import { HttpStatus } from '@nestjs/common';
import type { Command, ReparseCommand, ScrapeCommand, TaskName } from '#rotunda/contracts';
import { type DateWindow, easternDate, resolveWindow } from '#rotunda/domain';
import type { Destination } from '../../http/path-parameters.js';
import { invalidFields } from '../../http/known-errors.js';

/** What a command means today, where its fields alone don't say it. */
export interface Meaning {
  /** The days that a scrape means; null for other kinds. */
  window: DateWindow | null;
  /** What will be done, for the answer. */
  message: string;
}

/** Kinds whose fields must fit each other, or that have a sentence of their own; a kind needs neither. */
const MEANINGS: Partial<Record<TaskName, (command: never, chamber: Destination, now: Date) => Meaning>> = {
  scrape: (command: ScrapeCommand, chamber, now) => {
    const window = resolveWindow(command, easternDate(now));
    const { start, end } = window;
    return { window, message: `${possessive(chamber)} filings from ${start} to ${end} will be scraped.` };
  },
  check: (_command, chamber) => ({ window: null, message: `${possessive(chamber)} site will be checked.` }),
  reparse: (command: ReparseCommand, chamber) => {
    refuseReversedDates(command);
    const end = command.apply ? 'what differs will be stored' : 'what differs will be reported, and nothing changed';
    return { window: null, message: `${possessive(chamber)} archive will be read anew: ${end}.` };
  },
};

/** @throws InvalidWindowError, ProblemException (422) where the fields don't fit each other */
export function meaningOf(name: TaskName, command: Command, chamber: Destination, now: Date): Meaning {
  const usual = { window: null, message: `${possessive(chamber)} ${name} is queued.` };
  return MEANINGS[name]?.(command as never, chamber, now) ?? usual;
}

const possessive = (destination: Destination): string =>
  destination === 'all' ? 'Each chamber’s' : `The ${destination}’s`;

function refuseReversedDates({ filed_from, filed_to }: ReparseCommand): void {
  if (!filed_from || !filed_to || filed_from <= filed_to) return;
  const message = `filed_from ${filed_from} must not be after filed_to ${filed_to}`;
  throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'filed_from', message }]);
}
