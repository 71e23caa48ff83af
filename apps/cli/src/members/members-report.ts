import type { Member } from '#rotunda/domain';
import type { ImportReport, MatchReport } from '#rotunda/persistence';

/** A current list has 540 members: a first import would print them all. */
const NAMES_SHOWN = 20;

/** What an import changed, one line for each. */
export function importLines({ added, changed, same, kept }: ImportReport): string[] {
  const lines = [
    ...added.map((member) => `new      ${called(member)}`),
    ...changed.map(({ member, changes }) => `changed  ${called(member)}: ${changes.join(', ')}`),
  ];
  const more = lines.length - NAMES_SHOWN;
  const counts = [
    `${added.length} new`,
    `${changed.length} changed`,
    `${same} the same`,
    `${kept} not on the list, kept`,
  ];
  return [
    ...lines.slice(0, NAMES_SHOWN),
    ...(more > 0 ? [`… and ${more} more`] : []),
    `Members: ${counts.join(', ')}.`,
  ];
}

/** The same for programs: members by their Bioguide ids. */
export const importCounts = ({ added, changed, same, kept }: ImportReport): object => ({
  added: added.map(({ bioguide }) => bioguide),
  changed: changed.map(({ member, changes }) => ({ bioguide: member.bioguide, changes })),
  same,
  kept,
});

export const matchLine = ({ matched, ambiguous, open, outside, changed }: MatchReport): string =>
  `Filings: ${matched} matched, ${ambiguous} ambiguous, ${open} open, ${outside} by non-members; ` +
  `${changed} changed.`;

const called = ({ bioguide, name, terms }: Member): string => {
  const last = terms.at(-1);
  const seat = last ? ` (${last.chamber} ${last.state}${last.district === null ? '' : `-${last.district}`})` : '';
  return `${bioguide} ${name.officialFull ?? `${name.first} ${name.last}`}${seat}`;
};
