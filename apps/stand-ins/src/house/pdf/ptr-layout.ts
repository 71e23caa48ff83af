import type { PtrFacts, PtrTemplate } from './ptr-facts.js';

/** Left edges of the columns' texts, in points. */
export interface Columns {
  id: number;
  owner: number;
  asset: number;
  type: number;
  tradedOn: number;
  notifiedOn: number;
  amount: number;
  /** Null where the form lacks the column. */
  capGains: number | null;
  /** Right edge of the table. */
  right: number;
}

/** Baselines of the first page, in points from the top, and other differences between the forms. */
export interface Layout {
  template: PtrTemplate;
  columns: Columns;
  left: number;
  filingId: number;
  title: { x: number; baseline: number };
  address: { text: string; baseline: number; middle: number };
  filer: { heading: number; name: number; status: number; district: number };
  transactions: number;
  tableHeader: number;
  /** Height of the table header's band from the top of its first line. */
  headerLines: number;
  vehiclesHeading: string;
  subLineSize: number;
  /** Certification text, in its printed lines. */
  certification: readonly string[];
}

const CANNON = '• Washington, DC 20515';

/** Each from a real document. A browser sets the columns by their content, so they differ by some points. */
const NEWER_COLUMNS: Columns = {
  id: 25.3,
  owner: 65.1,
  asset: 103.8,
  type: 261.5,
  tradedOn: 326,
  notifiedOn: 380.8,
  amount: 445.1,
  capGains: 524.8,
  right: 576,
};
const NEWER_COLUMNS_WITH_IDS: Columns = {
  ...NEWER_COLUMNS,
  owner: 80.1,
  asset: 118.9,
  type: 265.3,
  tradedOn: 329.8,
  notifiedOn: 384.5,
  amount: 448.9,
  capGains: 526.3,
};
const OLDER_COLUMNS: Columns = {
  id: 25.5,
  owner: 62.3,
  asset: 101,
  type: 246.8,
  tradedOn: 312,
  notifiedOn: 366,
  amount: 431,
  capGains: 505.1,
  right: 552.75,
};
/** Up to 2017 the form had no column for capital gains. */
const OLDER_COLUMNS_UNTIL_2017: Columns = {
  ...OLDER_COLUMNS,
  owner: 63,
  asset: 101.8,
  type: 269.3,
  tradedOn: 334.5,
  notifiedOn: 387,
  amount: 452,
  capGains: null,
};

const NEWER: Omit<Layout, 'columns'> = {
  template: 'newer',
  left: 21.75,
  filingId: 80.25,
  title: { x: 117.4, baseline: 106.5 },
  address: {
    text: `Clerk of the House of Representatives • Legislative Resource Center • B81 Cannon Building ${CANNON}`,
    baseline: 144.75,
    middle: 298.7,
  },
  filer: { heading: 180, name: 198, status: 213.75, district: 229.5 },
  transactions: 265.5,
  tableHeader: 288.75,
  headerLines: 3,
  vehiclesHeading: 'Investment Vehicle Details',
  subLineSize: 8.55,
  certification: [
    ' I CERTIFY that the statements I have made on the attached Periodic Transaction Report are true, complete, and correct to the best of',
    'my knowledge and belief. Further, I CERTIFY that I have disclosed all transactions as required by the STOCK Act.',
  ],
};

const OLDER: Omit<Layout, 'columns'> = {
  template: 'older',
  left: 22.5,
  filingId: 95.25,
  title: { x: 116.25, baseline: 120.75 },
  address: {
    text: `Clerk of the House of Representatives • Legislative Resource Center • 135 Cannon Building ${CANNON}`,
    baseline: 159,
    middle: 288,
  },
  filer: { heading: 194.25, name: 212.25, status: 228, district: 243.75 },
  transactions: 279.75,
  tableHeader: 303,
  headerLines: 3,
  vehiclesHeading: 'Asset Class Details',
  subLineSize: 8.25,
  certification: [
    ' I CERTIFY that the statements I have made on the attached Periodic Transaction Report are true, complete, and correct to the',
    'best of my knowledge and belief. Further, I CERTIFY that I have disclosed all transactions as required by the STOCK Act.',
  ],
};

/** The sentence on the STOCK Act is missing in April 2020, and present in January 2021. */
const STOCK_ACT_SENTENCE_SINCE = 2021;
const CERTIFICATION_UNTIL_2020 = [OLDER.certification[0]!, 'best of my knowledge and belief.'];

export function layoutOf(facts: PtrFacts): Layout {
  if (facts.template === 'newer') {
    const hasIds = facts.rows.some(({ rowId }) => rowId !== '');
    return { ...NEWER, columns: hasIds ? NEWER_COLUMNS_WITH_IDS : NEWER_COLUMNS };
  }
  const hasCapGains = facts.rows.some(({ capGainsOver200 }) => capGainsOver200 !== null);
  const hasSentence = Number(facts.signedOn.slice(-4)) >= STOCK_ACT_SENTENCE_SINCE;
  return {
    ...OLDER,
    columns: hasCapGains ? OLDER_COLUMNS : OLDER_COLUMNS_UNTIL_2017,
    headerLines: hasCapGains ? 3 : 2,
    certification: hasSentence ? OLDER.certification : CERTIFICATION_UNTIL_2020,
  };
}
