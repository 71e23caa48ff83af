import { ApiProperty, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { PAPER_FIELDS, type PaperField, type ParsedTransaction, rowJson } from '#rotunda/domain';
import type { AssetSuggestion, ReviewDetail, ScanDetail } from '#rotunda/persistence';
import { sheetPath } from '../disclosures/sheets/sheet-path.js';
import { ANY_VALUE } from '../http/json-schemas.js';

const BOX = 'left, top, right, bottom in pixels of the sheet’s picture';
const IMAGE = 'Path of the picture in this API';

class ScanSheetView {
  @ApiProperty({ description: 'Page of the filing, from 1' })
  page!: number;
  @ApiProperty({ description: '`first`, `further`, `list` or `other`' })
  kind!: string;
  @ApiProperty({ type: String, nullable: true, example: 'C20', description: 'Version of the form; null: not known' })
  form!: string | null;
  @ApiProperty({ description: 'Degrees that the scan was turned clockwise to be upright' })
  rotation!: number;
  @ApiProperty({ description: 'Degrees that it was turned further to be straight' })
  skew!: number;
  @ApiProperty({ description: 'Pixels of the picture' })
  width!: number;
  @ApiProperty()
  height!: number;
  @ApiProperty({ type: String, nullable: true, description: IMAGE })
  image!: string | null;
}

class ScanFieldView {
  @ApiProperty({ ...ANY_VALUE, description: 'What it means; of the amount: `amount_min`, `amount_max`, `amount_over`' })
  value!: unknown;
  @ApiProperty({ description: 'As it was read' })
  raw!: string;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'The share of readings this sure that are right' })
  confidence!: number;
  @ApiProperty({ description: 'A person has to look' })
  doubtful!: boolean;
  @ApiProperty({ type: [Number], description: BOX })
  box!: number[];
  @ApiProperty({ description: IMAGE })
  image!: string;
}

class AssetSuggestionView {
  @ApiProperty()
  asset_name!: string;
  @ApiProperty({ type: String, nullable: true })
  ticker!: string | null;
  @ApiProperty({ minimum: 0, maximum: 1, description: 'How like it is to what was read' })
  likeness!: number;
}

@ApiExtraModels(ScanFieldView)
class ScanRowView {
  @ApiProperty({ format: 'uuid', description: 'For `row_id` of a decision; the trade that it becomes has the same id' })
  row_id!: string;
  @ApiProperty({ description: 'Position in document order, together with the trades' })
  ordinal!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Page of the filing' })
  page!: number | null;
  @ApiProperty({ type: [Number], nullable: true, description: BOX })
  box!: number[] | null;
  @ApiProperty({ type: String, nullable: true, description: IMAGE })
  image!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '`typed` or `handwritten`' })
  hand!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(ScanFieldView) },
    description: `Each field of the form (${PAPER_FIELDS.join(', ')}) with the picture of its cell`,
  })
  fields!: Partial<Record<PaperField, ScanFieldView>>;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The row as a trade would have it' })
  row!: Record<string, unknown>;
  @ApiProperty({
    type: [AssetSuggestionView],
    description: 'Assets of the archive that are like what was read: suggestions, nothing that the document says',
  })
  suggestions!: AssetSuggestionView[];
}

/** The reading of a scan that a person decides on. */
export class ScanView {
  @ApiProperty({ type: String, nullable: true, description: '`paper_class` of the filing' })
  class!: string | null;
  @ApiProperty({ type: [ScanSheetView] })
  sheets!: ScanSheetView[];
  @ApiProperty({ type: [ScanRowView], description: 'Rows that wait, in document order; the sure ones are trades' })
  rows!: ScanRowView[];
}

export function presentScan({ filing, scan }: ReviewDetail): ScanView | null {
  if (!scan) return null;
  return {
    class: filing.paperClass,
    sheets: scan.sheets.map((sheet) => ({
      ...{ page: sheet.page, kind: sheet.kind, form: sheet.form, rotation: sheet.rotation, skew: sheet.skew },
      ...{ width: sheet.width, height: sheet.height },
      image: sheet.pictureSha256 && sheetPath(filing.id, sheet.page, sheet.parserVersion),
    })),
    rows: scan.rows.map((row) => presentRow(filing.id, row)),
  };
}

function presentRow(filingId: string, row: ScanDetail['rows'][number]): ScanRowView {
  const { id, ordinal, fields, parserVersion, suggestions } = row;
  const { paper = null } = fields;
  return {
    ...{ row_id: id, ordinal, page: paper?.page ?? fields.place.page, box: paper?.box ?? null },
    image: paper && sheetPath(filingId, paper.page, parserVersion, paper.box),
    hand: paper?.hand ?? null,
    fields: paper
      ? Object.fromEntries(
          PAPER_FIELDS.map((field) => {
            const { raw, confidence, isDoubtful, box } = paper.fields[field];
            const image = sheetPath(filingId, paper.page, parserVersion, box);
            return [field, { value: valueOf(fields, field), raw, confidence, doubtful: isDoubtful, box, image }];
          }),
        )
      : {},
    row: rowJson({ ...fields, ordinal }),
    suggestions: suggestions.map(presentSuggestion),
  };
}

const presentSuggestion = ({ assetName, ticker, likeness }: AssetSuggestion): AssetSuggestionView => ({
  asset_name: assetName,
  ticker,
  likeness,
});

function valueOf(row: ParsedTransaction, field: PaperField): unknown {
  const { amountMin: amount_min, amountMax: amount_max, amountOver: amount_over } = row;
  if (field === 'amount') return { amount_min, amount_max, amount_over };
  return rowJson(row)[field];
}
