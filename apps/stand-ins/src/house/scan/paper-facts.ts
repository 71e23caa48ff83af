/** Printings of the form that are drawn: docs/paper.md describes them. */
export const DRAWN_FORMS = ['A12', 'C20'] as const;
export type DrawnForm = (typeof DRAWN_FORMS)[number];

/** What a filer wrote on a report on paper. */
export interface PaperFacts {
  docId: string;
  form: DrawnForm;
  hand: 'typed' | 'handwritten';
  /** How far the scan has to be turned clockwise to be upright. */
  rotation: 0 | 270;
  filer: string;
  state: string;
  district: string;
  /** `M/D/YYYY`, in the Clerk's stamp. */
  filingDate: string;
  /** Whether "Initial report" is ticked: some filers tick nothing. */
  isInitial: boolean;
  /** Words in the place of rows: "Nothing to report for …". */
  notes: string[];
  sheets: PaperRowFacts[][];
}

/** A cell that nobody could read; drawn as a smudge. */
export const UNREADABLE = '?';

/** Any cell but those of the marks may be `UNREADABLE`. */
export interface PaperRowFacts {
  owner: string;
  asset: string;
  /** `P`, `S`, `PS`, `E`; empty where no column is marked. */
  type: string;
  /** ISO date; empty where the cell is. */
  tradedOn: string;
  notifiedOn: string;
  /** The letter of the amount's column; empty where none is marked. */
  amount: string;
}
