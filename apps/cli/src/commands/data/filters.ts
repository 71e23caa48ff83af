import { type Command, InvalidArgumentError, Option } from 'commander';
import { CHAMBERS } from '#rotunda/contracts/light';
import { isIsoDate } from '#rotunda/domain/light';
import type { Page } from '../../api/pages.js';
import type { Output } from '../../output/output.js';

/** What the gateway's lists take: one value, or several with commas. */
const oneOrMore =
  (words: readonly string[]) =>
  (text: string): string => {
    const unknown = text.split(',').find((word) => !words.includes(word));
    if (unknown === undefined) return text;
    throw new InvalidArgumentError(`Allowed choices are ${words.join(', ')}, or several with commas.`);
  };

/** An option that takes one of these words, or several with commas. */
export const wordsOption = (flags: string, description: string, words: readonly string[]): Option =>
  // The words stay for the shell's completion.
  new Option(flags, `${description}; several with commas`).choices(words).argParser(oneOrMore(words));

export const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);

/** The filters that the lists of trades, filings and late trades have in common. */
export const addDisclosureFilters = (verb: Command): Command =>
  verb
    .addOption(chamberOption())
    .option('--member <text>', 'any part of the filer’s name')
    .option('--bioguide <id>', 'filed by this member, e.g. S900001; several with commas')
    .option('--party <party>', 'of this party, e.g. Democrat or D; several with commas')
    .option('--state <state>', 'of this state, e.g. CA; several with commas')
    .option('--ticker <ticker>', 'exactly this ticker; several with commas')
    .option('--filed-from <day>', 'filed on this day or later, YYYY-MM-DD', readDay)
    .option('--filed-to <day>', 'filed on this day or earlier', readDay);

/** The same for the lists that tell when Rotunda saw what. */
export const addSeenFilters = (verb: Command): Command =>
  addDisclosureFilters(verb)
    .option(
      '--first-seen-from <time>',
      'first seen by Rotunda at this time or later: a day, or an instant with its zone',
    )
    .option('--first-seen-to <time>', 'first seen at this time or earlier')
    .option('--as-of <time>', 'as the archive knew it at this time');

export function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('A day is YYYY-MM-DD.');
  return text;
}

/** Says that the list goes on. */
export function hintAtMore(output: Output, { data, next_cursor }: Page<unknown>): void {
  if (next_cursor !== null) output.hint(`These are the first ${data.length}; --limit or --all shows more.`);
}
