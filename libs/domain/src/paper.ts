/** Classes of a scanned filing. `nothing`: it says that there is nothing to report. `unknown`: it is no known form. */
export const PAPER_CLASSES = ['typed', 'handwritten', 'mixed', 'attachment', 'nothing', 'unknown'] as const;
export type PaperClass = (typeof PAPER_CLASSES)[number];

/** What is read from each row of a sheet. */
export const PAPER_FIELDS = ['owner', 'asset_name', 'type', 'traded_on', 'notified_on', 'amount'] as const;
export type PaperField = (typeof PAPER_FIELDS)[number];

/** left, top, right, bottom: pixels of the sheet's upright picture (`PaperSheetReading`), origin top left. */
export type PictureBox = [number, number, number, number];

export interface PaperFieldReading {
  /** As read, before any interpretation: the letters of a cell, `X` of a mark's column (`B`, `Sale`). */
  raw: string;
  /** From 0 to 1: the share of readings with this confidence that are right, by calibration. */
  confidence: number;
  /** Below its field's threshold: a person has to look. */
  isDoubtful: boolean;
  box: PictureBox;
  /** A reviewer typed another value: raw text and confidence are those of the reading. */
  isCorrected?: true;
}

/** Where and how surely a row was read from a sheet. */
export interface PaperRow {
  /** Page of the filing, from 1. */
  page: number;
  box: PictureBox;
  hand: 'typed' | 'handwritten';
  fields: Record<PaperField, PaperFieldReading>;
}

/** One sheet, as it was read. */
export interface PaperSheetReading {
  /** Page of the filing, from 1. */
  page: number;
  /** `first`, `further`, `list` or `other`. */
  kind: string;
  /** The form's version, e.g. `C20`; null where it is none that is known. */
  form: string | null;
  /** How far the scan is turned clockwise to be upright, in degrees. */
  rotation: number;
  skew: number;
  /** Size of the upright picture. */
  width: number;
  height: number;
  /** The upright picture, straightened: a PNG. Absent where it is not asked for. */
  picture?: Uint8Array;
}

/** How surely each field was read; null where a reviewer typed another value. */
export type Confidence = Record<PaperField, number | null>;

/** Null for a row that was not read from a scan. */
export function confidenceOf({ paper }: { paper?: PaperRow | null }): Confidence | null {
  if (!paper) return null;
  const of = (field: PaperField): number | null => {
    const { confidence, isCorrected } = paper.fields[field];
    return isCorrected ? null : confidence;
  };
  return Object.fromEntries(PAPER_FIELDS.map((field) => [field, of(field)])) as Confidence;
}
