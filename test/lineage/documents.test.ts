import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Lineage,
  type LineageFiling,
  parseUsDate,
  type ParsedFiling,
  plain,
  reportTitle,
  rowLineage,
  titleLineage,
} from '#rotunda/domain';
import { fixturesFolder } from '#rotunda/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { PdfPool } from '../../apps/house-scraper/src/parse/thread/pdf-pool.js';
import { parsePtr as parseSenatePtr } from '../../apps/senate-scraper/src/parse/parse-ptr.js';
import { readHouseFacts } from '../../apps/stand-ins/src/house/read-facts.js';
import { renderPtr } from '../../apps/stand-ins/src/house/render-ptr.js';

const NO_DECISIONS = new Map<string, null>();

const lineageFiling = (externalId: string, filedOn: string, parsed: ParsedFiling): LineageFiling => ({
  id: externalId,
  externalId,
  filedOn: parseUsDate(filedOn),
  amendmentNo: parsed.amendmentNo,
  rows: parsed.transactions.map((row) => ({ ...row, id: `${externalId}/${row.ordinal}` })),
});

const rowLinks = ({ rows }: Lineage): string[] =>
  rows.map(
    ({ successor, kind, predecessor, method, score }) => `${successor} ${kind} ${predecessor} ${method} ${score}`,
  );

const pdfs = new PdfPool();
afterAll(() => pdfs.close());

describe('rows of the House, printed as filed, deleted and filed again', () => {
  it('are linked to what they change: 29990007 deletes a row of 29990006, which 29990008 files again', async () => {
    const { documents } = await readHouseFacts();
    const filings: LineageFiling[] = [];
    for (const [docId, filedOn] of [
      ['29990006', '10/20/2025'],
      ['29990007', '11/3/2025'],
      ['29990008', '11/4/2025'],
    ] as const) {
      const facts = [...documents.values()].find((each) => each.form === 'ptr' && each.ptr.docId === docId);
      if (facts?.form !== 'ptr') throw new Error(`The stand-in has no ${docId}`);
      filings.push(lineageFiling(docId, filedOn, await pdfs.parse(await renderPtr(facts.ptr))));
    }
    const lineage = rowLineage(filings, NO_DECISIONS);
    expect(rowLinks(lineage)).toEqual([
      '29990007/1 withdraws 29990006/1 content 1',
      '29990007/2 amends 29990006/3 content 0.85',
    ]);
    expect(lineage.doubts).toEqual([]);
  });
});

const fixtures = fixturesFolder();

/** Reads a tab-separated list with headings. */
async function readList(path: string): Promise<Record<string, string>[]> {
  const [head, ...lines] = (await readFile(path, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return lines.map((cells) => Object.fromEntries(head!.map((name, i) => [name, cells[i] ?? ''])));
}

describe.runIf(fixtures)('the real reports of the Senate', async () => {
  const folder = join(fixtures ?? '', 'senate');
  const groups = new Map<string, LineageFiling[]>();
  for (const line of fixtures ? await readList(join(folder, 'listing.tsv')) : []) {
    if (line['kind'] !== 'ptr') continue;
    const key = `${plain(`${line['first']} ${line['last']}`)} ${reportTitle(line['title']!)}`;
    const parsed = parseSenatePtr(await readFile(join(folder, line['file']!)));
    groups.set(key, [...(groups.get(key) ?? []), lineageFiling(line['uuid']!, line['filed']!, parsed)]);
  }
  const lineages = [...groups.values()].map((reports) => titleLineage(reports, NO_DECISIONS));
  const amendments = [...groups.values()].flat().filter(({ amendmentNo }) => amendmentNo !== null);
  const links = lineages.flatMap(({ filings }) => filings);

  it('have an original or an earlier amendment for 21 of 57 amendments, always without doubt', () => {
    expect(amendments).toHaveLength(57);
    expect(links).toHaveLength(21);
    expect(lineages.flatMap(({ doubts }) => doubts)).toEqual([]);
    const kinds = lineages.flatMap(({ rows }) => rows.map(({ kind }) => kind));
    const count = (kind: string): number => kinds.filter((each) => each === kind).length;
    expect([count('restates'), count('amends'), count('withdraws')]).toEqual([192, 39, 6]);
  });

  it.each([
    ['of two of one title and day, the one that has its rows', '727b4eb6', 'a9754ff5', 1],
    ['with the owner of every row corrected, and names spelt differently', '3da479a8', 'b1deab19', 1],
    ['an amendment, and not the original before it', '534becb6', '5d96ee20', 0.75],
    ['with two rows removed', '07b4e543', '8b915201', 0.909],
    ['with the one row’s asset and type corrected', '4ef71e79', 'ffed6c7a', 1],
    ['an amendment two before it, where the one between is missing', 'c9366540', '0a0229c8', 0.667],
  ])('amend %s', (_, amendment, predecessor, score) => {
    const link = links.find(({ successor }) => successor.startsWith(amendment));
    expect([link?.predecessor.slice(0, 8), link?.score]).toEqual([predecessor, score]);
  });
});
