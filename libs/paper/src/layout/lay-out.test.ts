import { describe, expect, it } from 'vitest';
import { type GreyImage, ROTATIONS } from '../image/grey-image.js';
import { straighten } from '../image/skew.js';
import { turn } from '../image/turn.js';
import { layOut } from './lay-out.js';
import { linesDown, PRINTED_TABLES } from '../forms/printed-table.js';
import { canvas } from '../../test/canvas.js';

const WIDTH = 1200;
const [LEFT, TOP] = [100, 400];

/** The lines of a form, with thin tick boxes, and crosses in the given cells (column, row below the example). */
function form(
  family: 'A' | 'B' | 'C' | 'D',
  kind: 'first' | 'further',
  crosses: readonly [number, number][],
): GreyImage {
  const drawn = canvas(1400, 1080);
  const printed = PRINTED_TABLES.find((table) => table.family === family)!;
  const down = linesDown(printed[kind]).map((line) => Math.round(TOP + line * WIDTH));
  const across = printed.lines.map((line) => Math.round(LEFT + line * WIDTH));
  const dates = 2 + printed.types.length;
  const frame = [0, 2, dates, dates + 1, dates + 2, across.length - 1];
  for (const y of down) drawn.across(y, across[0]!, across.at(-1)!);
  for (const [column, x] of across.entries()) drawn.down(x, down[frame.includes(column) ? 0 : 1]!, down.at(-1)!);
  const first = down.length - 1 - printed[kind].rows;
  const boxAt = (column: number, row: number) => {
    const [x, y] = [(across[column]! + across[column + 1]!) / 2, (down[first + row]! + down[first + row + 1]!) / 2];
    return { left: Math.round(x - 9), top: Math.round(y - 9), right: Math.round(x + 10), bottom: Math.round(y + 10) };
  };
  const columns = across.slice(0, -1).map((_, column) => column);
  const mayTick = columns.filter((column) => column > 1 && column !== dates && column !== dates + 1);
  const boxedRows = family === 'A' ? 0 : printed[kind].rows;
  for (let row = 0; row < boxedRows; row++) {
    for (const column of mayTick) drawn.frame(boxAt(column, row));
  }
  for (const [column, row] of crosses) drawn.cross(boxAt(column, row));
  return drawn.image;
}

describe('layOut', () => {
  it.each([
    ['A', 'first', 5],
    ['A', 'further', 6],
    ['B', 'first', 4],
    ['C', 'further', 7],
    ['D', 'further', 8],
  ] as const)('knows family %s, the %s sheet, by its lines', (family, kind, rows) => {
    const sheet = layOut(form(family, kind, []));
    expect([sheet.kind, sheet.form?.value[0], sheet.rows.length]).toEqual([kind, family, rows]);
    expect(sheet.rows.every(({ isEmpty }) => isEmpty)).toBe(true);
  });

  it.each(ROTATIONS)('brings a sheet upright that was scanned %s degrees off, and a little askew', (turned) => {
    const scan = straighten(
      turn(
        form('C', 'first', [
          [3, 0],
          [9, 0],
        ]),
        turned,
      ),
      0.7,
    );
    const { upright, kind, rows } = layOut(scan);
    expect([upright.rotation, kind]).toEqual([(360 - turned) % 360, 'first']);
    expect([rows[0]!.type.value, rows[0]!.amount.value]).toEqual(['sale', 'B']);
  });

  it('reads each mark, and none where none is', () => {
    const { rows } = layOut(
      form('C', 'first', [
        [2, 0],
        [8, 0],
        [4, 1],
        [18, 1],
        [5, 2],
      ]),
    );
    expect(rows.map(({ type, amount, isEmpty }) => [type.value, amount.value, isEmpty])).toEqual([
      ['purchase', 'A', false],
      ['sale_partial', 'K', false],
      ['exchange', null, false],
      [null, null, true],
    ]);
    expect(Math.min(...rows.map(({ type }) => type.confidence))).toBeGreaterThan(0.9);
  });

  it('takes two marks in one row for none, and is not sure', () => {
    const { type } = layOut(
      form('C', 'first', [
        [2, 0],
        [3, 0],
        [8, 0],
      ]),
    ).rows[0]!;
    expect(type.value).toBeNull();
    expect(type.confidence).toBeLessThan(0.5);
  });

  it.each([0, 255])('finds no form on a sheet that is all %s', (grey) => {
    const { image } = canvas(600, 400);
    image.pixels.fill(grey);
    expect(layOut(image)).toMatchObject({ kind: 'other', form: null, rows: [] });
  });
});
