import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedTransaction } from '#rotunda/domain';
import { fixturesFolder } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { parsePaperWrapper } from '../../../../senate-scraper/src/parse/parse-paper-wrapper.js';
import { parsePtr } from '../../../../senate-scraper/src/parse/parse-ptr.js';
import { recognisePage } from '../../../../senate-scraper/src/parse/page/recognise-page.js';
import { readTsv } from '../../listing-file.js';
import type { PtrFacts, PtrRowFacts } from './ptr-facts.js';
import { readSenateFacts } from '../read-facts.js';
import { renderAnnualReport, renderExtensionNotice, renderPaperWrapper } from './render-other-pages.js';
import { renderPtr } from './render-ptr.js';

const { filings, documents } = await readSenateFacts();
const ptrs = [...documents].flatMap(([uuid, facts]) => (facts.form === 'ptr' ? [{ uuid, facts: facts.ptr }] : []));

/** What a parser must find in a row of the facts. */
function expectedRow(row: PtrRowFacts, index: number): Partial<ParsedTransaction> {
  const orNull = (text: string): string | null => (['', '--'].includes(text) ? null : text);
  const described = [
    row.company && `Company: ${row.company}`,
    row.platform && `Exchange/Platform: ${row.platform}`,
    row.description,
  ].filter(Boolean);
  return {
    ordinal: index + 1,
    tradedOnRaw: row.tradedOn,
    ownerRaw: row.owner,
    ticker: row.ticker === '' ? null : row.ticker.toUpperCase(),
    assetName: row.asset,
    assetType: orNull(row.assetType),
    typeRaw: row.type,
    amountRaw: row.amount,
    comment: orNull(row.comment),
    option:
      row.optionType === '' ? null : { type: row.optionType, strike: orNull(row.strike), expires: orNull(row.expires) },
    bond: row.rate === '' && row.matures === '' ? null : { rate: orNull(row.rate), matures: orNull(row.matures) },
    exchange:
      row.receivedAsset === ''
        ? null
        : { asset: row.receivedAsset, ticker: orNull(row.receivedTicker)?.toUpperCase() ?? null },
    location: /\w/.test(row.place) ? row.place : null,
    description: described.join('\n') || null,
  };
}

describe('renderPtr', () => {
  it('prints every report of the facts so that it parses exactly as written', () => {
    expect(ptrs.length).toBeGreaterThan(80);
    for (const { uuid, facts } of ptrs) {
      const read = parsePtr(renderPtr(facts));
      expect(read.transactions.length, uuid).toBe(facts.rows.length);
      expect(read.transactions, uuid).toMatchObject(facts.rows.map(expectedRow));
      expect(read, uuid).toMatchObject({
        titleRaw: facts.title,
        filerNameRaw: facts.filer,
        filedAtRaw: facts.filedAt,
        expectedRows: facts.rows.length,
        reviewReasons: [],
      });
    }
  });

  it('escapes the filers’ texts', () => {
    const row: PtrRowFacts = { ...ptrs[0]!.facts.rows[0]!, comment: '<script>alert("1")</script> & co.' };
    const html = renderPtr({ ...ptrs[0]!.facts, rows: [row] }).toString();
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co.');
    expect(parsePtr(Buffer.from(html)).transactions[0]!.comment).toBe(row.comment);
  });

  it('has the landmarks of the real page', () => {
    const facts: PtrFacts = { ...ptrs[0]!.facts, rows: ptrs[0]!.facts.rows.slice(0, 1) };
    const html = renderPtr(facts).toString();
    for (const landmark of [
      '<title>eFD: Print Periodic Transaction Report</title>',
      '<h1 class="mb-2">',
      '<h2 class="filedReport">',
      '<section class="card">',
      '(1 transaction total)',
      '<table class="table table-striped">',
      '<tr class="header">',
    ]) {
      expect(html).toContain(landmark);
    }
  });
});

const FIXTURES = fixturesFolder();

describe.skipIf(FIXTURES === null)('a rendered report under a real name', () => {
  it('parses like the real page with its UUID, to the last cell', async () => {
    const senate = join(FIXTURES ?? '', 'senate');
    const files = new Map((await readTsv(join(senate, 'listing.tsv'))).map((row) => [row['uuid']!, row['file']!]));
    const known = ptrs.filter(({ uuid }) => files.has(uuid));
    expect(known.length).toBeGreaterThan(80);
    for (const { uuid, facts } of known) {
      expect(parsePtr(renderPtr(facts)), uuid).toEqual(parsePtr(readFileSync(join(senate, files.get(uuid)!))));
    }
  });
});

describe('the other pages', () => {
  it('are, for paper reports, wrappers of pictures on the real media host', () => {
    const filing = filings.find(({ kind }) => kind === 'paper')!;
    const read = parsePaperWrapper(renderPaperWrapper(filing, 3));
    expect(read.externalId).toBe(filing.uuid.toLowerCase());
    expect(read.imageUrls).toHaveLength(3);
    expect(new Set(read.imageUrls).size).toBe(3);
  });

  it('are not PTRs for annual reports and extension notices', () => {
    const filing = filings.find(({ kind }) => kind === 'annual')!;
    expect(recognisePage(renderAnnualReport(filing).toString())).toBe('other-report');
    expect(recognisePage(renderExtensionNotice(filing).toString())).toBe('other-report');
  });
});
