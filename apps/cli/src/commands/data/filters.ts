import { type Command, InvalidArgumentError, Option } from 'commander';
import { CHAMBERS } from '#rotunda/contracts/light';
import { isIsoDate } from '#rotunda/domain/light';
import type { Page } from '../../api/pages.js';
import type { Output } from '../../output/output.js';

export const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);

/** The filters that the lists of trades, filings and late trades have in common. */
export const addDisclosureFilters = (verb: Command): Command =>
  verb
    .addOption(chamberOption())
    .option('--member <text>', 'any part of the filer’s name')
    .option('--bioguide <id>', 'filed by this member, e.g. S900001')
    .option('--ticker <ticker>', 'exactly this ticker')
    .option('--filed-from <day>', 'filed on this day or later, YYYY-MM-DD', readDay)
    .option('--filed-to <day>', 'filed on this day or earlier', readDay);

export function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('A day is YYYY-MM-DD.');
  return text;
}

/** Says that the list goes on. */
export function hintAtMore(output: Output, { data, next_cursor }: Page<unknown>): void {
  if (next_cursor !== null) output.hint(`These are the first ${data.length}; --limit or --all shows more.`);
}
