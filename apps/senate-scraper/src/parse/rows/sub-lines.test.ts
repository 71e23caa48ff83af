import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { printedLines } from '../page/html-page.js';
import { readAssetDetails, readSubLines, unplaced, type SubLine } from './sub-lines.js';

const NONE = { bond: null, option: null, location: null, description: null };

describe('readAssetDetails', () => {
  it.each([
    [
      '<em>Rate/Coupon:</em> 8.75%<br> <em>Matures:</em> 12/15/29',
      { ...NONE, bond: { rate: '8.75%', matures: '12/15/29' } },
    ],
    [
      'Option Type: Short Sale <br><em>Strike price:</em> $42.50 <br> <em>Expires:</em> 07/17/2020 ',
      { ...NONE, option: { type: 'Short Sale', strike: '$42.50', expires: '07/17/2020' } },
    ],
    ['<em>Description:</em>&nbsp;Fund: of funds', { ...NONE, description: 'Fund: of funds' }],
    ['<em>Exchange/Platform</em>: Example Exchange', { ...NONE, description: 'Exchange/Platform: Example Exchange' }],
    [
      '<em>Company:</em> Example (Holding) LLC\n   &nbsp;(Sampletown, Land (North))',
      { ...NONE, description: 'Company: Example (Holding) LLC', location: 'Sampletown, Land (North)' },
    ],
    ['<em>Company:</em> Example (Holding)', { ...NONE, description: 'Company: Example (Holding)' }],
    ['<em>Company:</em> Example LLC &nbsp;(, )', { ...NONE, description: 'Company: Example LLC' }],
    ['<em>Rate/Coupon:</em> --<br><em>Matures:</em> ', NONE],
  ])('reads %j', (block, expected) => {
    expect(readAssetDetails(subLinesOf(block))).toEqual(expected);
  });

  it('puts the company before the description, and keeps all lines of a description', () => {
    const company = subLinesOf('<em>Company:</em> Example LLC &nbsp;(Sampletown, EX)');
    const description = subLinesOf('<em>Description:</em>&nbsp;Makes samples<br>Note: in two sizes');
    expect(readAssetDetails([...company, ...description])).toEqual({
      ...NONE,
      location: 'Sampletown, EX',
      description: 'Company: Example LLC\nMakes samples\nNote: in two sizes',
    });
  });

  it('keeps lines with an unknown label and an option without a type, and reports both', () => {
    const unknown = subLinesOf('<em>Custodian:</em> Example Bank');
    const option = subLinesOf('<em>Strike price:</em> $5.00');
    const bare = subLinesOf('Nothing with a label');
    const lines = [...unknown, ...option, ...bare];
    expect(readAssetDetails(lines)).toEqual({
      ...NONE,
      description: 'Custodian: Example Bank\nStrike price: $5.00\nNothing with a label',
    });
    expect(unplaced(lines).map(({ label }) => label)).toEqual(['Custodian', 'Strike price', '']);
  });
});

function subLinesOf(block: string): SubLine[] {
  const page = load(`<div class="text-muted">${block}</div>`, null, false);
  return readSubLines(printedLines(page('div').toArray()));
}
