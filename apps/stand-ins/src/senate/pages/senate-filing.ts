/** The kinds of reports, as in the path of their pages. */
export const REPORT_KINDS = ['ptr', 'paper', 'annual', 'extension-notice/regular'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** @throws {Error} for a kind without a page in the stand-in. */
export function readKind(text: string): ReportKind {
  const kind = REPORT_KINDS.find((known) => known === text);
  if (kind === undefined) throw new Error(`kind ${text}: must be one of ${REPORT_KINDS.join(', ')}`);
  return kind;
}

/** A line of the eFD's listing, unchanged: with trailing blanks, stray commas and capitals. */
export interface SenateFiling {
  /** In capitals for old paper reports. */
  uuid: string;
  kind: ReportKind;
  first: string;
  last: string;
  /** `Moran, Jerry (Senator)`; paper has only `Senator`. */
  office: string;
  title: string;
  /** `MM/DD/YYYY` */
  filedOn: string;
}

/** A line of a listing in a folder. */
export const readFiling = (cells: Record<string, string>, filedOn: string): SenateFiling => ({
  uuid: cells['uuid']!,
  kind: readKind(cells['kind']!),
  first: cells['first']!,
  last: cells['last']!,
  office: cells['office']!,
  title: cells['title']!,
  filedOn,
});

/** The values of the search form's checkboxes. */
export const REPORT_TYPES = { annual: 7, extension: 10, ptr: 11, blindTrust: 14, other: 15 } as const;
export const FILER_TYPES = { senator: 1, candidate: 4, former: 5 } as const;

export const viewPath = ({ kind, uuid }: SenateFiling): string => `/search/view/${kind}/${uuid}/`;

/** Only the title tells the type of a paper report. */
export function reportTypeOf({ kind, title }: SenateFiling): number {
  if (kind === 'ptr' || /periodic transaction/i.test(title)) return REPORT_TYPES.ptr;
  if (kind === 'extension-notice/regular' || /extension/i.test(title)) return REPORT_TYPES.extension;
  if (/blind trust/i.test(title)) return REPORT_TYPES.blindTrust;
  return kind === 'annual' || /annual|candidate|termination|new filer/i.test(title)
    ? REPORT_TYPES.annual
    : REPORT_TYPES.other;
}

export function filerTypeOf({ office }: SenateFiling): number {
  if (/former senator/i.test(office)) return FILER_TYPES.former;
  return /candidate/i.test(office) ? FILER_TYPES.candidate : FILER_TYPES.senator;
}

export const isPtr = (filing: SenateFiling): boolean => reportTypeOf(filing) === REPORT_TYPES.ptr;
