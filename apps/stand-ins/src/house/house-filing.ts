/** An entry of the Clerk's index, with its own field names. */
export interface HouseFiling {
  docId: string;
  /** The year of its index: a filing of January may be in the index of the year before. */
  year: number;
  /** `P` is a PTR; A, B, C, D, E, G, H, O, T, W, X are other forms. */
  filingType: string;
  prefix: string;
  last: string;
  first: string;
  suffix: string;
  stateDistrict: string;
  /** `M/D/YYYY`, empty for some withdrawals. */
  filingDate: string;
  /** The index of 2012 has PTRs under O and A; its column DisclosureType tells `PTR` or `FD`. */
  disclosureType: string;
}

/** A line of a listing in a folder. */
export const readFiling = (cells: Record<string, string>, disclosureType: string): HouseFiling => ({
  docId: cells['doc_id']!,
  year: Number(cells['year']),
  filingType: cells['filing_type']!,
  prefix: cells['prefix']!,
  last: cells['last']!,
  first: cells['first']!,
  suffix: cells['suffix']!,
  stateDistrict: cells['state_district']!,
  filingDate: cells['filing_date']!,
  disclosureType,
});

export const isPtr = (filing: HouseFiling): boolean =>
  filing.filingType === 'P' || filing.disclosureType.toUpperCase() === 'PTR';

/** The path of the filing's document on the site. */
export function documentPath(filing: HouseFiling): string {
  return `/public_disc/${isPtr(filing) ? 'ptr-pdfs' : 'financial-pdfs'}/${filing.year}/${filing.docId}.pdf`;
}
