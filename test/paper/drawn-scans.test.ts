import { type GreyImage, readScan, type RowReading } from '#rotunda/paper';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecogniser } from '../../libs/scraping/src/paper/load-recogniser.js';
import { readHouseFacts } from '../../apps/stand-ins/src/house/read-facts.js';
import { drawReport } from '../../apps/stand-ins/src/house/scan/draw-report.js';
import type { PaperFacts } from '../../apps/stand-ins/src/house/scan/paper-facts.js';
import type { Bitmap } from '../../apps/stand-ins/src/scan/bitmap.js';
import { readSenateFacts } from '../../apps/stand-ins/src/senate/read-facts.js';
import { drawSenateForm } from '../../apps/stand-ins/src/senate/scan/draw-form.js';

/** The real forms are measured by `npm run accuracy`, where the fixtures are; this needs none. */
let recogniser: Awaited<ReturnType<typeof loadRecogniser>>;
beforeAll(async () => void (recogniser = await loadRecogniser()));
afterAll(() => recogniser.release());

describe('readScan, of the scans that the stand-ins draw,', () => {
  it('reads each row of the House’s form, as it lies on the scanner', async () => {
    const facts = await houseFacts('8219854');
    const reading = await readHouse(facts);
    expect(reading).toMatchObject({ class: 'typed', unclear: [], nothing: null, isAmendment: { value: false } });
    expect(reading.sheets.map(({ form, upright }) => [form?.value, upright.rotation])).toEqual([['A12', 270]]);
    expect(reading.rows.map(({ fields }) => valuesOf(fields))).toEqual(
      facts.sheets.flat().map((row) => ({
        owner: OWNERS[row.owner],
        type: TYPES[row.type],
        traded_on: row.tradedOn,
        notified_on: row.notifiedOn,
        amount: row.amount,
        letters: lettersOf(row.asset),
      })),
    );
  });

  it('takes the words that there is nothing to report as proof of no rows', async () => {
    const reading = await readHouse(await houseFacts('9115711'));
    expect(reading).toMatchObject({ class: 'nothing', rows: [], unclear: [], nothing: { page: 1 } });
    expect(reading.nothing!.confidence).toBeGreaterThan(0.95);
  });

  it('reads the rows of the Senate’s form, without those that name a holding', async () => {
    const facts = (await readSenateFacts()).documents.get('8e8ae815-6d8b-4330-8aa0-da89ab2e2ca0');
    if (facts?.form !== 'paper' || facts.paper === null)
      throw new Error('The Senate stand-in has no facts of that report.');
    const picture = greyImage(await drawSenateForm(facts.paper, 2, facts.paper.sheets.get(2)!));
    const { rows, sheets } = await readScan([picture], recogniser, { chamber: 'senate', filedOn: '2025-03-17' });
    expect(sheets[0]!.form?.value).toBe('S1');
    expect(
      rows.map(({ fields }) => [fields.owner.value, fields.type.value, fields.traded_on.value, fields.amount.value]),
    ).toEqual([
      ['spouse', 'sale', '2025-02-26', 'E'],
      ['spouse', 'purchase', '2025-02-27', 'F'],
      ['spouse', 'sale', '2025-02-27', 'E'],
      ['spouse', 'purchase', '2025-03-03', 'A'],
      ['spouse', 'purchase', '2025-03-04', 'A'],
      ['spouse', 'purchase', '2025-02-27', 'B'],
      ['spouse', 'sale', '2025-02-27', 'B'],
    ]);
  });
});

async function houseFacts(docId: string): Promise<PaperFacts> {
  const facts = (await readHouseFacts()).documents.get(docId);
  if (facts?.form !== 'paper' || facts.paper === null) throw new Error(`The House stand-in has no facts of ${docId}.`);
  return facts.paper;
}

async function readHouse(facts: PaperFacts) {
  const drawn = await drawReport(facts);
  const images = drawn.map((sheet) => greyImage(facts.rotation === 270 ? sheet.turned() : sheet));
  const [month, day, year] = facts.filingDate.split('/').map((part) => part.padStart(2, '0'));
  return readScan(images, recogniser, { chamber: 'house', filedOn: `${year}-${month}-${day}` });
}

function greyImage(drawn: Bitmap): GreyImage {
  const { width, height } = drawn;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (drawn.isBlack(x, y)) pixels[y * width + x] = 0;
  }
  return { width, height, pixels };
}

const OWNERS: Record<string, string> = { SP: 'spouse', JT: 'joint', DC: 'dependent', '': 'self' };
const TYPES: Record<string, string> = { P: 'purchase', S: 'sale', PS: 'sale_partial', E: 'exchange' };
const lettersOf = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

const valuesOf = (fields: RowReading['fields']) => ({
  owner: fields.owner.value,
  type: fields.type.value,
  traded_on: fields.traded_on.value,
  notified_on: fields.notified_on.value,
  amount: fields.amount.value,
  letters: lettersOf(fields.asset_name.value),
});
