import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Owner, ParsedFiling, ParsedTransaction, TransactionType } from '#rotunda/domain';
import { AMOUNT_BANDS } from '#rotunda/scraping';
import { readPdf } from '../../../apps/house-scraper/src/parse/pdf/pdf-text.js';
import { scannedFiling as houseScan } from '../../../apps/house-scraper/src/parse/scanned-filing.js';
import { ScanPool as HousePool } from '../../../apps/house-scraper/src/parse/thread/scan-pool.js';
import { parsePaperWrapper } from '../../../apps/senate-scraper/src/parse/parse-paper-wrapper.js';
import { scannedFiling as senateScan } from '../../../apps/senate-scraper/src/parse/scanned-filing.js';
import { ScanPool as SenatePool } from '../../../apps/senate-scraper/src/parse/thread/scan-pool.js';
import { pathOf, readBytes } from '../fixtures.js';
import type { ExpectedScan, RowCells } from './paper-expected.js';

export interface FoundRow {
  page: number;
  cells: RowCells;
  /** Whether it was stored without a person. */
  isStored: boolean;
}

export interface FoundScan {
  class: string;
  sheets: { page: number; form: string | null; rotation: number }[];
  rows: FoundRow[];
  reasons: string[];
  seconds: number;
}

/** Reads scans as the scrapers do, in their threads. */
export class PaperReader {
  readonly #house = new HousePool();
  readonly #senate = new SenatePool();

  async read(scan: ExpectedScan): Promise<FoundScan> {
    const begin = performance.now();
    const { filing, pages } = await (scan.chamber === 'house' ? this.#readHouse(scan) : this.#readSenate(scan));
    const seconds = (performance.now() - begin) / 1000;
    const paper = filing.paper!;
    const found = (row: ParsedTransaction, isStored: boolean): [number, FoundRow] => [
      row.ordinal,
      { page: pages[row.place.page! - 1]!, cells: cellsOf(row), isStored },
    ];
    const rows = [
      ...filing.transactions.map((row) => found(row, true)),
      ...paper.waiting.map((row) => found(row, false)),
    ];
    return {
      class: paper.class,
      sheets: paper.sheets.map(({ page, form, rotation }) => ({ page: pages[page - 1]!, form, rotation })),
      rows: rows.toSorted(([a], [b]) => a - b).map(([, row]) => row),
      reasons: filing.reviewReasons.map(({ code }) => code),
      seconds,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.#house.close(), this.#senate.close()]);
  }

  async #readHouse({ id, filedOn }: ExpectedScan): Promise<{ filing: ParsedFiling; pages: number[] }> {
    const bytes = readBytes('house', `ptr-paper/${id}.pdf`);
    const pages = (await readPdf(bytes)).map(({ number }) => number);
    const sheets = pages.map((sheet) => ({ url: null, sheet }));
    return { filing: await this.#house.read(bytes, houseScan({ externalId: null, sheets }, filedOn)), pages };
  }

  /** Some pictures of a report may be missing in the folder: then only the others are read. */
  async #readSenate({ id, filedOn }: ExpectedScan): Promise<{ filing: ParsedFiling; pages: number[] }> {
    const { imageUrls, externalId } = parsePaperWrapper(readBytes('senate', `paper/${id}.html`));
    const files = imageUrls.map((url, index) => ({ file: `paper/images/${basename(url)}`, url, page: index + 1 }));
    const there = files.filter(({ file }) => existsSync(pathOf('senate', file)!));
    const sheets = there.map(({ url }) => ({ url, sheet: 1 }));
    const pictures = there.map(({ file }) => readBytes('senate', file));
    const filing = await this.#senate.read(pictures, senateScan({ externalId, sheets }, filedOn));
    return { filing, pages: there.map(({ page }) => page) };
  }
}

const OWNERS: Record<Owner, string> = { self: '', spouse: 'SP', joint: 'JT', dependent: 'DC' };
const TYPES: Record<TransactionType, string> = { purchase: 'P', sale: 'S', sale_partial: 'PS', exchange: 'E' };
const LETTERS = new Map(
  Object.entries(AMOUNT_BANDS).map(([letter, band]) => [Number(/[\d,]+/.exec(band)![0].replaceAll(',', '')), letter]),
);

/** What is unknown is `?`, which no expectation has. */
const cellsOf = (row: ParsedTransaction): RowCells => ({
  owner: row.owner === null ? '?' : OWNERS[row.owner],
  // The ticker is a part of the cell's text.
  asset: [row.assetName, row.ticker].join(' '),
  type: row.type === null ? '' : TYPES[row.type],
  amount: row.amountMin === null ? '' : LETTERS.get(row.amountMin)!,
  traded_on: row.tradedOn ?? '',
  notified_on: row.notifiedOn ?? '',
});
