import { ApiProperty } from '@nestjs/swagger';
import type { Chamber, DateWindow } from '#rotunda/domain';
import type { CoverageCounts, CoverageMonth } from '#rotunda/persistence';

const SCRAPED = ['whole', 'partly', 'never'] as const;
const DATE = { type: String, format: 'date', nullable: true } as const;

class CoverageCountsView {
  @ApiProperty({
    description: 'parsed + paper + paper_read + paper_review + needs_review + unavailable + failed + waiting',
  })
  listed!: number;
  @ApiProperty()
  parsed!: number;
  @ApiProperty({ description: 'Scans: archived, not read' })
  paper!: number;
  @ApiProperty({ description: 'Scans whose every row is stored' })
  paper_read!: number;
  @ApiProperty({ description: 'Scans that a person has to look at; their sure rows are stored' })
  paper_review!: number;
  @ApiProperty({ description: 'Stored, but doubted by a gate or rejected by a reviewer' })
  needs_review!: number;
  @ApiProperty({ description: 'Listed, but the site has no document yet' })
  unavailable!: number;
  @ApiProperty({ description: 'Could not be fetched or read; the next scrape tries again' })
  failed!: number;
  @ApiProperty({ description: 'Listed, but not fetched yet: left by an interrupted scrape' })
  waiting!: number;
  @ApiProperty({ description: 'Current trades' })
  transactions!: number;
  @ApiProperty({ description: 'Those of them that were filed more than 45 days after the trade' })
  late!: number;
  @ApiProperty(DATE)
  first_filed_on!: string | null;
  @ApiProperty(DATE)
  last_filed_on!: string | null;
}

class DayRange {
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
}

class CoverageMonthView extends CoverageCountsView {
  @ApiProperty({ example: '2026-11', description: 'Month of filing' })
  month!: string;
  @ApiProperty({ format: 'date', description: 'First requested day of the month' })
  from!: string;
  @ApiProperty({ format: 'date', description: 'Last requested day of the month' })
  to!: string;
  @ApiProperty({ enum: SCRAPED, description: 'Whether scrapes have covered all of these days' })
  scraped!: (typeof SCRAPED)[number];
  @ApiProperty({
    type: [DayRange],
    description: 'Days that no scrape has covered since they ended, both ends included',
  })
  missing_days!: DayRange[];
}

class ChamberCoverage {
  @ApiProperty({ enum: ['senate', 'house'] })
  chamber!: string;
  @ApiProperty({ description: 'All months and the filings without a date' })
  totals!: CoverageCountsView;
  @ApiProperty({ type: CoverageCountsView, nullable: true, description: 'Filings whose date can’t be read' })
  undated!: CoverageCountsView | null;
  @ApiProperty({ type: [String], example: ['2025-08'] })
  never_scraped!: string[];
  @ApiProperty({ type: [String], example: ['2026-11'] })
  partly_scraped!: string[];
  @ApiProperty({ type: [CoverageMonthView] })
  months!: CoverageMonthView[];
}

export class CoverageView {
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({ type: [ChamberCoverage] })
  chambers!: ChamberCoverage[];
}

export function presentCoverage({ start, end }: DateWindow, chambers: Chamber[], rows: CoverageMonth[]): CoverageView {
  return {
    from: start,
    to: end,
    chambers: chambers.map((chamber) =>
      presentChamber(
        chamber,
        rows.filter((row) => row.chamber === chamber),
      ),
    ),
  };
}

function presentChamber(chamber: Chamber, rows: CoverageMonth[]): ChamberCoverage {
  const months = rows.filter(({ month }) => month !== null).map(presentMonth);
  const undated = rows.find(({ month }) => month === null);
  const monthsThatAre = (scraped: string): string[] =>
    months.filter((month) => month.scraped === scraped).map(({ month }) => month);
  return {
    chamber,
    totals: presentCounts(rows.reduce(plus, NOTHING)),
    undated: undated ? presentCounts(undated) : null,
    never_scraped: monthsThatAre('never'),
    partly_scraped: monthsThatAre('partly'),
    months,
  };
}

function presentMonth(row: CoverageMonth): CoverageMonthView {
  const { month, from, to, missing } = row as CoverageMonth & { month: string; from: string; to: string };
  const isNever = missing.length === 1 && missing[0]!.from === from && missing[0]!.to === to;
  const partly = missing.length > 0 ? 'partly' : 'whole';
  return { month, from, to, scraped: isNever ? 'never' : partly, missing_days: missing, ...presentCounts(row) };
}

const presentCounts = (counts: CoverageCounts): CoverageCountsView => ({
  listed: counts.listed,
  parsed: counts.parsed,
  paper: counts.paper,
  paper_read: counts.paperRead,
  paper_review: counts.paperReview,
  needs_review: counts.needsReview,
  unavailable: counts.unavailable,
  failed: counts.failed,
  waiting: counts.waiting,
  transactions: counts.transactions,
  late: counts.late,
  first_filed_on: counts.firstFiledOn,
  last_filed_on: counts.lastFiledOn,
});

const NOTHING: CoverageCounts = {
  listed: 0,
  parsed: 0,
  paper: 0,
  paperRead: 0,
  paperReview: 0,
  needsReview: 0,
  unavailable: 0,
  failed: 0,
  waiting: 0,
  transactions: 0,
  late: 0,
  firstFiledOn: null,
  lastFiledOn: null,
};

/** Months come in order, so the first known date is the earliest and the last one the latest. */
const plus = (sum: CoverageCounts, row: CoverageCounts): CoverageCounts => ({
  listed: sum.listed + row.listed,
  parsed: sum.parsed + row.parsed,
  paper: sum.paper + row.paper,
  paperRead: sum.paperRead + row.paperRead,
  paperReview: sum.paperReview + row.paperReview,
  needsReview: sum.needsReview + row.needsReview,
  unavailable: sum.unavailable + row.unavailable,
  failed: sum.failed + row.failed,
  waiting: sum.waiting + row.waiting,
  transactions: sum.transactions + row.transactions,
  late: sum.late + row.late,
  firstFiledOn: sum.firstFiledOn ?? row.firstFiledOn,
  lastFiledOn: row.lastFiledOn ?? sum.lastFiledOn,
});
