import type { GreyImage } from '../image/grey-image.js';
import { enlargeBox, reduce } from '../image/reduce.js';
import { uprightSheet } from '../image/upright.js';
import { houseSheet } from './house/house-sheet.js';
import { levelSheet } from './level-sheet.js';
import type { SheetLayout } from './sheet-layout.js';
import { layOutTable } from './table-layout.js';

/** Reads what the lines and marks of a scanned sheet tell. `kind` is `other` where no known table is on it. */
export function layOut(scan: GreyImage): SheetLayout {
  const { image, factor } = reduce(scan);
  const layout = layOutReduced(image);
  if (factor === 1) return layout;
  const { toScan } = layout.upright;
  return { ...layout, upright: { ...layout.upright, toScan: (box) => enlargeBox(toScan(box), factor) } };
}

function layOutReduced(image: GreyImage): SheetLayout {
  const sheet = levelSheet(image);
  return (
    houseSheet(sheet) ??
    layOutTable(sheet.scan, sheet.bitmap) ?? {
      upright: uprightSheet(sheet.scan, 0),
      kind: 'other',
      form: null,
      headerCells: {},
      rows: [],
    }
  );
}
