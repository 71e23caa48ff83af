import type { EntityManager } from 'typeorm';
import type { Member, MemberName, MemberTerm, OtherName } from '#rotunda/domain';

interface JoinedRow extends MemberName {
  bioguide: string;
  otherNames: OtherName[];
  terms: MemberTerm[];
}

/** A member's columns and terms; append a WHERE on `m`. */
const SELECT_MEMBERS = `
  SELECT m.bioguide, m.first, m.middle, m.last, m.suffix, m.nickname, m.official_full AS "officialFull",
    m.other_names AS "otherNames",
    (SELECT jsonb_agg(jsonb_build_object('chamber', t.chamber, 'state', t.state, 'district', t.district,
       'party', t.party, 'startsOn', t.starts_on, 'endsOn', t.ends_on) ORDER BY t.starts_on)
     FROM member_terms t WHERE t.bioguide = m.bioguide) AS terms
  FROM members m`;

/**
 * Members with their terms, the earliest first.
 * @param rest WHERE, ORDER BY and LIMIT over `m`
 */
export async function selectMembers(manager: EntityManager, rest = '', parameters: unknown[] = []): Promise<Member[]> {
  const rows = await manager.query<JoinedRow[]>(`${SELECT_MEMBERS} ${rest}`, parameters);
  return rows.map(({ bioguide, otherNames, terms, ...name }) => ({ bioguide, name, otherNames, terms }));
}

/** Replaces these members; all others stay. */
export async function writeMembers(manager: EntityManager, members: Member[]): Promise<void> {
  if (members.length === 0) return;
  await manager.query(
    `INSERT INTO members (bioguide, first, middle, last, suffix, nickname, official_full, other_names)
     SELECT bioguide, first, middle, last, suffix, nickname, "officialFull", "otherNames"
     FROM jsonb_to_recordset($1::jsonb) AS m (bioguide text, first text, middle text, last text, suffix text,
       nickname text, "officialFull" text, "otherNames" jsonb)
     ON CONFLICT (bioguide) DO UPDATE SET (first, middle, last, suffix, nickname, official_full, other_names) =
       ROW (EXCLUDED.first, EXCLUDED.middle, EXCLUDED.last, EXCLUDED.suffix, EXCLUDED.nickname,
         EXCLUDED.official_full, EXCLUDED.other_names)`,
    [JSON.stringify(members.map(({ bioguide, name, otherNames }) => ({ bioguide, ...name, otherNames })))],
  );
  await manager.query('DELETE FROM member_terms WHERE bioguide = ANY($1)', [members.map(({ bioguide }) => bioguide)]);
  const terms = members.flatMap((member) => member.terms.map((term) => ({ bioguide: member.bioguide, ...term })));
  await manager.query(
    `INSERT INTO member_terms (bioguide, chamber, starts_on, ends_on, state, district, party)
     SELECT bioguide, chamber, "startsOn", "endsOn", state, district, party
     FROM jsonb_to_recordset($1::jsonb) AS t (bioguide text, chamber text, "startsOn" date, "endsOn" date, state text,
       district integer, party text)`,
    [JSON.stringify(terms)],
  );
}
