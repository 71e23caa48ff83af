import { describe, expect, it } from 'vitest';
import { binarise } from '../image/binarise.js';
import { type Box, type GreyImage, type Rotation, ROTATIONS } from '../image/grey-image.js';
import { findRules } from '../image/rules.js';
import { skewOf, straighten } from '../image/skew.js';
import { turn } from '../image/turn.js';
import { levelled } from '../image/upright.js';
import { continueLists } from './list/continue-lists.js';
import type { SheetLayout } from './sheet-layout.js';
import { layOutTable } from './table-layout.js';
import {
  blackHeading,
  type DrawnRow,
  emptyRow,
  listSheet,
  plainHeading,
  senateSheet,
  trade,
} from '../../test/typed-sheets.js';

function layOut(image: GreyImage): SheetLayout | null {
  const level = levelled(image, skewOf(findRules(binarise(image)), image));
  return layOutTable(level, binarise(level));
}

const tradesOf = (sheet: SheetLayout | null) =>
  sheet?.rows
    .filter(({ isEmpty, isHeading }) => !isEmpty && !isHeading)
    .map(({ type, amount }) => [type.value, amount.value]);

const LIST = [blackHeading, trade('purchase', 'A'), trade('sale', 'K'), plainHeading, trade('exchange', 'F'), emptyRow];
const READ = [
  ['purchase', 'A'],
  ['sale', 'K'],
  ['exchange', 'F'],
];

const drawnList = listSheet(LIST);
const headed = layOut(drawnList)!;

function erase({ width, pixels }: GreyImage, { left, right, top, bottom }: Box): void {
  for (let y = top; y < bottom; y++) pixels.fill(255, y * width + left, y * width + right);
}

describe('layOutTable', () => {
  it.each(ROTATIONS)('reads a typed list that is to be turned by %s degrees', (rotation) => {
    const sheet = layOut(turn(drawnList, ((360 - rotation) % 360) as Rotation))!;
    expect([sheet.kind, sheet.form?.value, sheet.upright.rotation]).toEqual(['list', 'K17', rotation]);
    expect(tradesOf(sheet)).toEqual(READ);
  });

  it('keeps headings, black or not, and empty rows in their order', () => {
    expect(headed.rows.map(({ isEmpty, isHeading }) => (isHeading ? 'heading' : isEmpty ? 'empty' : 'trade'))).toEqual([
      'heading',
      'trade',
      'trade',
      'heading',
      'trade',
      'empty',
    ]);
  });

  it('follows the lines of a sheet that leans', () => {
    const rows = Array.from({ length: 60 }, (): DrawnRow => trade('sale', 'B'));
    expect(tradesOf(layOut(straighten(listSheet(rows), 0.4)))).toEqual(rows.map(() => ['sale', 'B']));
  });

  it('parts two rows whose line was lost, and joins a line in pieces', () => {
    const broken = listSheet([...LIST, ...LIST]);
    const line = 150 + 30 + 160 + 2 * 20;
    erase(broken, { left: 0, right: 2200, top: line - 1, bottom: line + 3 });
    erase(broken, { left: 900, right: 1200, top: line + 19, bottom: line + 23 });
    expect(tradesOf(layOut(broken))).toEqual([...READ, ...READ]);
  });

  it('takes a streak over the whole sheet for neither a row nor a mark', () => {
    const streaked = listSheet(LIST);
    for (let y = 0; y < streaked.height; y++) streaked.pixels.fill(0, y * 2200 + 1180, y * 2200 + 1182);
    streaked.pixels.fill(0, 370 * 2200, 372 * 2200);
    const sheet = layOut(streaked)!;
    expect([sheet.rows.length, tradesOf(sheet)]).toEqual([6, READ]);
  });

  it('finds nothing where there is no mark, and says that two marks are doubtful', () => {
    const sheet = layOut(listSheet([trade(), trade('sale', 'B'), trade('purchase', 'sale', 'A')]))!;
    expect(tradesOf(sheet)!.slice(0, 2)).toEqual([
      [null, null],
      ['sale', 'B'],
    ]);
    expect(sheet.rows.map(({ type }) => type.confidence < 0.6)).toEqual([false, false, true]);
  });

  it('gives each column its label', () => {
    expect(headed.columns).toHaveLength(18);
    expect(headed.columns!.every(({ label, box }) => label!.bottom < box.top)).toBe(true);
  });

  it('reads the first page of the form of the Senate without its examples', () => {
    const sheet = layOut(
      senateSheet([plainHeading, trade('sale', 'E'), trade('purchase', 'K'), emptyRow], { hasExamples: true }),
    )!;
    expect([sheet.kind, sheet.form?.value, sheet.rows.length]).toEqual(['first', 'S1', 4]);
    expect(tradesOf(sheet)).toEqual([
      ['sale', 'E'],
      ['purchase', 'K'],
    ]);
    expect(sheet.rows.map(({ isHeading }) => isHeading)).toEqual([true, false, false, false]);
  });

  it('reads the continuation, with dark shading', () => {
    const sheet = layOut(senateSheet([trade('sale', 'G'), trade('exchange', 'J')], { shade: 200 }))!;
    expect([sheet.kind, sheet.form?.value]).toEqual(['further', 'S2']);
    expect(tradesOf(sheet)).toEqual([
      ['sale', 'G'],
      ['exchange', 'J'],
    ]);
  });
});

describe('continueLists', () => {
  const bare = layOut(listSheet(LIST, { hasHeader: false }))!;

  it('takes over the columns of the sheet before where the lines agree', () => {
    expect(bare.form).toBeNull();
    expect(continueLists([headed, bare]).map(({ form }) => form?.value)).toEqual(['K17', 'K17']);
  });

  it('leaves a sheet open that has no sheet with a header before it, or other columns', () => {
    expect(continueLists([bare, headed])[0]!.form).toBeNull();
    const narrower = {
      ...bare,
      columns: bare.columns!.map((column, index) =>
        index === 1 ? { ...column, box: { ...column.box, right: column.box.right - 60 } } : column,
      ),
    };
    expect(continueLists([headed, narrower])[1]!.form).toBeNull();
  });
});
