import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixturesFolder } from '#rotunda/testing';
import { parseUsDate } from '../calendar.js';
import { readMemberFile } from './member-file.js';
import { type Filer, seatOf } from './member-filer.js';
import { MemberIndex } from './member-index.js';
import { matchFiler, type MemberMatch } from './member-matching.js';

/** All real PTR listings: ten yearly indexes of the House, and the Senate's listing. */

const FIXTURES = fixturesFolder();
const SHIPPED = fileURLToPath(new URL('../../../../data/members.tsv', import.meta.url));
const index = new MemberIndex(readMemberFile(readFileSync(SHIPPED, 'utf8')).members);
const members = new Map(index.members.map((member) => [member.bioguide, member]));

const field = (line: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(line)?.[1] ?? '';
const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

function houseFilers(folder: string): Filer[] {
  const zips = readdirSync(join(folder, 'house', 'index')).filter((name) => name.endsWith('FD.zip'));
  return zips.flatMap((name) => {
    const files = unzipSync(readFileSync(join(folder, 'house', 'index', name)));
    const lines = strFromU8(files[name.replace('.zip', '.xml')]!).split('<Member>').slice(1);
    return lines
      .filter((line) => field(line, 'FilingType') === 'P' || field(line, 'DisclosureType') === 'PTR')
      .map((line) => ({
        chamber: 'house' as const,
        filerNameRaw: unescape(['Prefix', 'First', 'Last', 'Suffix'].map((part) => field(line, part)).join(' ')).trim(),
        officeRaw: field(line, 'StateDst'),
        stateDistrict: field(line, 'StateDst'),
        filedOn: parseUsDate(field(line, 'FilingDate')),
      }));
  });
}

function senateFilers(folder: string): Filer[] {
  const [, ...lines] = readFileSync(join(folder, 'senate', 'listing.tsv'), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [, , , first = '', last = '', officeRaw = '', , filed = ''] = line.split('\t');
    const filerNameRaw = `${first} ${last.replace(/,\s*$/, '')}`;
    return { chamber: 'senate', filerNameRaw, officeRaw, stateDistrict: null, filedOn: parseUsDate(filed) };
  });
}

function tally(chamber: string, matched: [Filer, MemberMatch][]): Record<string, number> {
  const counts: Record<string, number> = { matched: 0, ambiguous: 0, open: 0, outside: 0 };
  for (const [, { status, method }] of matched) {
    counts[status] = (counts[status] ?? 0) + 1;
    if (method) counts[method] = (counts[method] ?? 0) + 1;
  }
  console.log(`${chamber}: ${matched.length} PTRs listed: ${JSON.stringify(counts)}`);
  return counts;
}

const CLAIMS_MEMBERSHIP = /^(?:hon\.|honorable) /i;

describe.skipIf(!FIXTURES)('the real listings', () => {
  it('of the House: everybody titled Honorable is matched to somebody of that seat and surname', () => {
    const matched = houseFilers(FIXTURES!).map((filer): [Filer, MemberMatch] => [filer, matchFiler(index, filer)]);
    const counts = tally('House', matched);
    expect(matched.length).toBeGreaterThan(5_000);
    expect(counts['ambiguous']).toBe(0);

    const claiming = matched.filter(([{ filerNameRaw }]) => CLAIMS_MEMBERSHIP.test(filerNameRaw));
    const missed = claiming.filter(([, { status }]) => status !== 'matched').map(([{ filerNameRaw }]) => filerNameRaw);
    console.log(`House: ${claiming.length} titled Honorable, not matched: ${missed.join(', ') || 'none'}`);
    expect(missed.length / claiming.length).toBeLessThan(0.001);

    for (const [filer, { status, bioguide }] of matched) {
      if (status !== 'matched') continue;
      const { name, terms } = members.get(bioguide!)!;
      const seat = seatOf(filer.stateDistrict)!;
      expect(terms.some(({ state, district }) => state === seat.state && district === seat.district)).toBe(true);
      expect(plain(filer.filerNameRaw)).toContain(plain(name.last));
    }
  });

  it('of the Senate: everybody but the made-up filers is matched to somebody of that surname', () => {
    const matched = senateFilers(FIXTURES!).map((filer): [Filer, MemberMatch] => [filer, matchFiler(index, filer)]);
    tally('Senate', matched);
    const missed = matched.filter(([, { status }]) => status !== 'matched').map(([{ filerNameRaw }]) => filerNameRaw);
    expect(missed).toEqual(['JANE DOE', 'JANE DOE', 'JANE DOE']);
    for (const [filer, { bioguide }] of matched.filter(([, { status }]) => status === 'matched')) {
      expect(plain(filer.filerNameRaw)).toContain(plain(members.get(bioguide!)!.name.last));
    }
  });
});

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase();
