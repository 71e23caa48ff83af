import type { Doubt, FilingLink, Lineage, LineageDecisions, LineageDoubt, LineageFiling, RowLink } from './lineage.js';
import { restatedRows } from './restated-rows.js';

/**
 * An amendment repeats at least this share of its predecessor's rows; below, it may amend another report of that title.
 */
const RESTATED_AT_LEAST = 0.5;

interface Candidate {
  filing: LineageFiling;
  score: number;
}

/** What one amendment amends; `doubt` says why that is unclear. */
interface Finding {
  amendment: LineageFiling;
  predecessor: Candidate | null;
  isDecided: boolean;
  doubt: Doubt | null;
}

/**
 * What amends what among the Senate's reports of one filer and one title. An amendment is a new report with its own id
 * that repeats the whole report in its corrected form. Nothing on the page names the original, and on some days several
 * originals have the same title.
 *
 * The predecessor is the report with the next lower amendment number of which the amendment repeats at least half the
 * rows. Its rows are superseded by those that repeat or correct them. A row that the amendment leaves out is withdrawn:
 * in every pair that we looked at all unchanged rows are repeated, so a missing row was taken out (see ADR 0008).
 *
 * A paper report has no rows to compare, so it is left alone.
 *
 * @param reports of one filer under one `reportTitle`, originals and amendments
 * @param decisions by filing
 */
export function titleLineage(reports: LineageFiling[], decisions: LineageDecisions): Lineage {
  const findings = reports
    .filter((report) => numberOf(report) > 0 && report.rows.length > 0)
    .map((amendment) => find(amendment, reports, decisions))
    .map((finding, _, all) => contested(finding, all));
  const linked = findings.filter(({ predecessor, doubt }) => predecessor !== null && doubt === null);
  const rows = linked.map((finding) => rowLinks(finding));
  return {
    filings: linked.map((finding, i) => filingLink(finding, rows[i]!)),
    rows: rows.flat(),
    doubts: findings.flatMap(({ amendment, doubt }): LineageDoubt[] =>
      doubt === null ? [] : [{ filing: amendment.id, doubts: [doubt] }],
    ),
  };
}

const numberOf = ({ amendmentNo }: LineageFiling): number => amendmentNo ?? 0;

function find(amendment: LineageFiling, reports: LineageFiling[], decisions: LineageDecisions): Finding {
  const earlier = reports.filter((report) => numberOf(report) < numberOf(amendment) && report.rows.length > 0);
  const candidates = earlier.map((filing) => ({ filing, score: restatedRows(filing.rows, amendment.rows).score }));
  const decided = decisions.get(amendment.id);
  if (decided !== undefined) {
    const predecessor = candidates.find(({ filing }) => filing.id === decided) ?? null;
    return { amendment, predecessor, isDecided: true, doubt: null };
  }
  return { amendment, isDecided: false, ...choose(candidates) };
}

function choose(candidates: Candidate[]): Pick<Finding, 'predecessor' | 'doubt'> {
  // The archive has nothing of this title yet. A later scrape of the past finds the amendment waiting.
  if (candidates.length === 0) return { predecessor: null, doubt: null };
  const likely = candidates.filter(({ score }) => score >= RESTATED_AT_LEAST);
  const latest = Math.max(...likely.map(({ filing }) => numberOf(filing)));
  const [predecessor, ...others] = likely.filter(({ filing }) => numberOf(filing) === latest);
  if (!predecessor) {
    const best = candidates.toSorted((a, b) => b.score - a.score)[0]!;
    return { predecessor: null, doubt: { code: 'too_few_rows', params: asPercent(best) } };
  }
  if (others.length === 0) return { predecessor, doubt: null };
  const all = [predecessor, ...others].map(asPercent);
  const params = { candidates: all.toSorted((a, b) => (a.filing < b.filing ? -1 : 1)) };
  return { predecessor: null, doubt: { code: 'report_unclear', params } };
}

/** Two amendments can't both replace one report; a person's choice wins. */
function contested(finding: Finding, all: Finding[]): Finding {
  const { predecessor, amendment, isDecided } = finding;
  if (predecessor === null || isDecided) return finding;
  const rivals = all.filter(
    (other) => other.amendment !== amendment && other.predecessor?.filing === predecessor.filing,
  );
  if (rivals.length === 0) return finding;
  const params = {
    filing: predecessor.filing.externalId,
    rivals: rivals.map((rival) => rival.amendment.externalId).toSorted(),
  };
  return { ...finding, doubt: { code: 'report_contested', params } };
}

function rowLinks({ amendment, predecessor, isDecided }: Finding): RowLink[] {
  const method = isDecided ? 'decision' : 'title';
  const { pairs, leftOut } = restatedRows(predecessor!.filing.rows, amendment.rows);
  return [
    ...pairs.map(({ before, after, score, isSame }): RowLink => ({
      successorFiling: amendment.id,
      successor: after.id,
      predecessor: before.id,
      kind: isSame ? 'restates' : 'amends',
      method,
      score,
    })),
    ...leftOut.map((row): RowLink => ({
      successorFiling: amendment.id,
      successor: null,
      predecessor: row.id,
      kind: 'withdraws',
      method,
      score: predecessor!.score,
    })),
  ];
}

const filingLink = ({ amendment, predecessor, isDecided }: Finding, rows: RowLink[]): FilingLink => ({
  successor: amendment.id,
  predecessor: predecessor!.filing.id,
  kind: rows.every(({ kind }) => kind === 'restates') ? 'restates' : 'amends',
  method: isDecided ? 'decision' : 'title',
  score: predecessor!.score,
});

const asPercent = ({ filing, score }: Candidate): { filing: string; percent: number } => ({
  filing: filing.externalId,
  percent: Math.round(score * 100),
});
