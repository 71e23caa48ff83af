import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { IsoDate, Member, MemberTerm } from '#rotunda/domain';
import { lockToChange } from './member-knowledge.js';
import { selectMembers, writeMembers } from './member-rows.js';

export interface MemberList {
  members: Member[];
  /** The day that the list describes. */
  asOf: IsoDate;
  /** Where it is from, for people: a file name. */
  source: string;
}

export interface ChangedMember {
  member: Member;
  /** What differs, e.g. `name`, `term from 2025-01-03 is new`. */
  changes: string[];
}

export interface ImportReport {
  added: Member[];
  changed: ChangedMember[];
  same: number;
  /** Known members who are not on the list. They stay. */
  kept: number;
}

/** The members of Congress, as imported from lists. */
@Injectable()
export class Members {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The day of the newest imported list; null where there is none. */
  async loadedAsOf(): Promise<IsoDate | null> {
    return newestAsOf(this.dataSource.manager);
  }

  /**
   * Updates the members from a list; the same list again changes nothing. Nobody is deleted: a list of current members
   * lacks all who filed before. Match the filings again afterwards, see `MemberMatching`.
   */
  async import({ members, asOf, source }: MemberList): Promise<ImportReport> {
    return this.dataSource.transaction(async (manager) => {
      await lockToChange(manager);
      const report = compare(await selectMembers(manager), members);
      const changed = [...report.added, ...report.changed.map(({ member }) => member)];
      await writeMembers(manager, changed);
      const newest = await newestAsOf(manager);
      if (changed.length > 0 || newest === null || newest < asOf) await enterImport(manager, { asOf, source }, report);
      return report;
    });
  }
}

async function newestAsOf(manager: EntityManager): Promise<IsoDate | null> {
  const [row] = await manager.query<{ asOf: IsoDate | null }[]>('SELECT max(as_of) AS "asOf" FROM member_imports');
  return row?.asOf ?? null;
}

async function enterImport(
  manager: EntityManager,
  { asOf, source }: Pick<MemberList, 'asOf' | 'source'>,
  { added, changed }: ImportReport,
): Promise<void> {
  await manager.query('INSERT INTO member_imports (source, as_of, added, changed) VALUES ($1, $2, $3, $4)', [
    source,
    asOf,
    added.length,
    changed.length,
  ]);
}

function compare(known: Member[], listed: Member[]): ImportReport {
  const before = new Map(known.map((member) => [member.bioguide, member]));
  const report: ImportReport = { added: [], changed: [], same: 0, kept: 0 };
  // Where a list names somebody twice, the last entry counts.
  for (const member of new Map(listed.map((one) => [one.bioguide, one])).values()) {
    const old = before.get(member.bioguide);
    before.delete(member.bioguide);
    const changes = old ? differences(old, member) : [];
    if (!old) report.added.push(member);
    else if (changes.length > 0) report.changed.push({ member, changes });
    else report.same += 1;
  }
  report.kept = before.size;
  return report;
}

function differences(old: Member, now: Member): string[] {
  const changes: string[] = [];
  if (nameOf(old) !== nameOf(now)) changes.push('name');
  const before = termsByStart(old);
  const after = termsByStart(now);
  for (const [start, term] of after) {
    const known = before.get(start);
    if (!known) changes.push(`term ${start} is new`);
    else if (known !== term) changes.push(`term ${start} differs`);
  }
  return [
    ...changes,
    ...[...before.keys()].filter((start) => !after.has(start)).map((start) => `term ${start} is gone`),
  ];
}

const nameOf = ({ name, otherNames }: Member): string =>
  JSON.stringify([
    ...[name.first, name.middle, name.last, name.suffix, name.nickname, name.officialFull],
    ...otherNames.map(({ first, middle, last }) => [first, middle, last]),
  ]);

const termsByStart = ({ terms }: Member): Map<string, string> =>
  new Map(terms.map((term) => [`${term.chamber} from ${term.startsOn}`, termText(term)]));

const termText = ({ state, district, party, endsOn }: MemberTerm): string =>
  JSON.stringify([state, district, party, endsOn]);
