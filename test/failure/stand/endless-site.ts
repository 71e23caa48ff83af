import { addDays, type IsoDate } from '#rotunda/domain';
import type { SiteAnswer, SiteRequest } from '../../../apps/stand-ins/src/answer.js';
import type { AnsweringFault } from '../../../apps/stand-ins/src/faults.js';
import type { HouseFiling } from '../../../apps/stand-ins/src/house/house-filing.js';
import { HouseRoutes } from '../../../apps/stand-ins/src/house/house-routes.js';
import type { PtrFacts } from '../../../apps/stand-ins/src/house/pdf/ptr-facts.js';
import { renderPtr } from '../../../apps/stand-ins/src/house/render-ptr.js';
import type { SiteRoutes } from '../../../apps/stand-ins/src/site-routes.js';
import { SiteServer } from '../../../apps/stand-ins/src/site-server.js';

const FIRST_DOC_ID = 29_100_000;
const FILINGS_PER_DAY = 3;
const ROWS = ['EXMP', 'SMPL'];
const FIRST_YEAR = 2013;
const YEARS = 10;
const DAYS_PER_YEAR = 120;

/** Each scrape gets its own day, so that it has something to store. */
export interface Day {
  date: IsoDate;
  /** The last day of a scrape of several. */
  until?: IsoDate;
  /** In the order in which a scrape fetches them. */
  docIds: string[];
}

/** The final content of a document's rows. */
export interface Expected {
  rows: number;
  /** Identifies the current version of the document. */
  marker: string;
}

const markerOf = (reading: number): string => `Invented; reading ${reading}`;

/** A House site with invented filings for more days than a test can use up. */
export class EndlessSite implements SiteRoutes {
  private readonly routes: HouseRoutes;
  private readonly readings = new Map<string, number>();
  private readonly holds = new Map<string, { met: () => void; released: Promise<void> }>();
  readonly days: Day[];
  private server!: SiteServer;
  private used = 0;

  private constructor() {
    this.days = Array.from({ length: YEARS * DAYS_PER_YEAR }, (_, n) => dayOf(n));
    const filings = this.days.flatMap(({ date, docIds }) => docIds.map((docId) => listed(docId, date)));
    const document = async (filing: HouseFiling) => ({
      body: await renderPtr(facts(filing, this.readingOf(filing.docId))),
      modifiedAt: new Date(Date.UTC(filing.year, 6, 1, 12, 0, this.readingOf(filing.docId))),
    });
    this.routes = new HouseRoutes({ filings, document }, () => new Date());
  }

  static async start(): Promise<EndlessSite> {
    const site = new EndlessSite();
    site.server = await SiteServer.start(site);
    return site;
  }

  get url(): string {
    return this.server.url;
  }

  /** Returns each day once, in order; after the last one it starts again. */
  nextDay(): Day {
    return this.days[this.used++ % this.days.length]!;
  }

  expected(docId: string): Expected {
    return { rows: ROWS.length, marker: markerOf(this.readingOf(docId)) };
  }

  /** Changes the document: what was read before is out of date. */
  revise(docId: string): void {
    this.readings.set(docId, this.readingOf(docId) + 1);
  }

  /** Delays requests for a path. `met` resolves when the first one came. */
  hold(path: string): { met: Promise<void>; release: () => void } {
    let meet!: () => void;
    let release!: () => void;
    const met = new Promise<void>((resolve) => (meet = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    this.holds.set(path, { met: meet, released });
    return {
      met,
      release: () => {
        this.holds.delete(path);
        release();
      },
    };
  }

  async answer(request: SiteRequest): Promise<SiteAnswer> {
    const hold = this.holds.get(request.url.pathname);
    hold?.met();
    await hold?.released;
    return this.routes.answer(request);
  }

  faultyAnswer(fault: AnsweringFault, request: SiteRequest): Promise<SiteAnswer> {
    return this.routes.faultyAnswer(fault, request);
  }

  setPublication(): void {
    throw new Error('every filing of this site is published');
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private readingOf(docId: string): number {
    return this.readings.get(docId) ?? 1;
  }
}

function dayOf(n: number): Day {
  const date = addDays(`${FIRST_YEAR + Math.floor(n / DAYS_PER_YEAR)}-02-01`, n % DAYS_PER_YEAR);
  const first = FIRST_DOC_ID + n * FILINGS_PER_DAY;
  return { date, docIds: Array.from({ length: FILINGS_PER_DAY }, (_, i) => String(first + i)) };
}

const usDate = (date: IsoDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

const listed = (docId: string, date: IsoDate): HouseFiling => ({
  docId,
  year: Number(date.slice(0, 4)),
  filingType: 'P',
  prefix: 'Hon.',
  // A filer of its own: filings of one person may amend each other.
  last: `Sample${docId}`,
  first: 'Example',
  suffix: '',
  stateDistrict: 'ZZ01',
  filingDate: usDate(date),
  disclosureType: 'PTR',
});

const facts = (filing: HouseFiling, reading: number): PtrFacts => ({
  docId: filing.docId,
  template: 'newer',
  filerName: `Hon. Example ${filing.last}`,
  filerStatus: 'Member',
  stateDistrict: filing.stateDistrict,
  signedOn: filing.filingDate,
  vehicles: [],
  rows: ROWS.map((ticker) => ({
    rowId: '',
    owner: 'SP',
    asset: `Example Holdings, Inc. (${ticker}) [ST]`,
    type: 'P',
    tradedOn: filing.filingDate,
    notifiedOn: filing.filingDate,
    amount: '$1,001 - $15,000',
    capGainsOver200: false,
    status: 'New',
    subholding: '',
    location: '',
    description: markerOf(reading),
    comment: '',
  })),
});
