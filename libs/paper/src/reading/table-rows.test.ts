import { describe, expect, it } from 'vitest';
import type { RowFields } from './scan-reading.js';
import { findRows, type TableLine } from './table-rows.js';

describe('findRows', () => {
  it('takes a line with a name, a date and marks for a transaction', () => {
    const { rows, texts } = findRows([line(0, 'Mega Corp.', { hasDate: true, marks: 2 })]);
    expect(namesOf(rows)).toEqual(['Mega Corp.']);
    expect(texts).toEqual([]);
  });

  it('joins a name over several lines with the dates and marks of its last line, and doubts it', () => {
    const lines = [
      line(0, 'Buy Any County', { owner: 'SP' }),
      line(1, 'School Bonds'),
      line(2, 'due 2041', { hasDate: true, marks: 2 }),
    ];
    const { rows, texts } = findRows(lines);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.fields.asset_name).toMatchObject({
      value: 'Buy Any County School Bonds due 2041',
      confidence: 0.5,
      box: { top: 0, bottom: 30 },
    });
    expect(rows[0]!.fields.owner.raw).toBe('SP');
    expect(rows[0]!.box).toMatchObject({ top: 0, bottom: 30 });
    expect(texts).toEqual([]);
  });

  it('joins no lines with an empty one between them, nor those of another page', () => {
    const whole = { hasDate: true, marks: 2 };
    const apart = findRows([line(0, 'Some words'), line(2, 'Mega Corp.', whole)]);
    expect([namesOf(apart.rows), namesOf(apart.texts)]).toEqual([['Mega Corp.'], ['Some words']]);
    const pages = findRows([line(0, 'Some words'), { ...line(1, 'Mega Corp.', whole), page: 2 }]);
    expect([namesOf(pages.rows), namesOf(pages.texts)]).toEqual([['Mega Corp.'], ['Some words']]);
  });

  it('takes a row without a name for a transaction: filers draw an arrow down from the one above', () => {
    expect(findRows([line(0, '', { hasDate: true, marks: 2 })]).rows).toHaveLength(1);
  });

  it.each([
    ['an owner’s code alone', line(0, '', { owner: 'JT' })],
    ['a mark alone', line(0, '', { marks: 1 })],
    ['a letter and a mark', line(0, 'X', { marks: 2 })],
    ['a name alone', line(0, 'Nothing to report')],
  ])('takes no transaction from %s', (_, only) => {
    expect(findRows([only]).rows).toEqual([]);
  });
});

const namesOf = (lines: TableLine[]): string[] => lines.map(({ fields }) => fields.asset_name.value);

interface Given {
  owner?: string;
  hasDate?: boolean;
  marks?: number;
}

function line(position: number, asset: string, { owner = '', hasDate = false, marks = 0 }: Given = {}): TableLine {
  const box = { left: 0, top: position * 10, right: 100, bottom: position * 10 + 10 };
  const read = { value: null, raw: '', confidence: 0.99, box };
  const fields: RowFields = {
    owner: { ...read, raw: owner },
    asset_name: { ...read, value: asset, raw: asset },
    type: read,
    traded_on: read,
    notified_on: read,
    amount: read,
  };
  return { page: 1, position, box, hand: 'typed', fields, hasDate, marks };
}
