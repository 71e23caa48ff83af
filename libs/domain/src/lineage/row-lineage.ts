import type {
  Doubt,
  FilingLink,
  Lineage,
  LineageDecisions,
  LineageDoubt,
  LineageFiling,
  LineageMethod,
  LineageRow,
  RowLink,
  RowPlace,
} from './lineage.js';
import { isCorrection, isSameAsset, likeness, rowKey } from './row-likeness.js';

/** The best candidate must beat the next by this much: half the weight of an amount. */
const CLEARLY_BETTER = 0.07;

/** A row with its filing. */
interface Place {
  filing: LineageFiling;
  row: LineageRow;
}

/** The predecessor of one amended or deleted row; `doubt` says why it is unclear. */
interface Finding {
  changed: Place;
  predecessor: Place | null;
  method: LineageMethod;
  score: number;
  doubt: Doubt | null;
}

/**
 * What amends what among the rows of the House. An Amended row replaces the row it names, a Deleted row withdraws it.
 * Both print a 10-digit id that the row has had since it was first filed (the ids follow the dates of the trades, not
 * of the amendments), so two rows with one id are one row, and the later filing wins.
 *
 * New rows print no id. So the first amendment of a row finds its original by content: the only row of the same filer,
 * filed before, that it can be a correction of. Several equally likely rows are a doubt. No such row is not a doubt:
 * the archive does not reach back far enough.
 *
 * @param filings of one filer, and those that share a row id with them
 * @param decisions by row
 */
export function rowLineage(filings: LineageFiling[], decisions: LineageDecisions): Lineage {
  const places = filings
    .toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
    .flatMap((filing) => filing.rows.map((row): Place => ({ filing, row })));
  const changed = places.filter(({ row }) => row.rowStatus === 'amended' || row.rowStatus === 'deleted');
  const decided = changed
    .filter(({ row }) => decisions.has(row.id))
    .map((place) => byDecision(place, places, decisions));
  const open = changed.filter(({ row }) => !decisions.has(row.id));
  const known = open.flatMap((place) => byRowId(place, changed) ?? []);
  const first = open.filter((place) => !known.some((finding) => finding.changed === place));
  const found = [...decided, ...known];
  return lineageOf([...found, ...byContent(first, places, found)]);
}

/** DocIDs of one filer ascend with time, without exception in 3,082 pairs of filings of different days. */
const isBefore = (a: LineageFiling, b: LineageFiling): boolean =>
  a.filedOn !== null && b.filedOn !== null && a.filedOn !== b.filedOn
    ? a.filedOn < b.filedOn
    : a.externalId < b.externalId;

function byDecision(changed: Place, places: Place[], decisions: LineageDecisions): Finding {
  const predecessor = places.find(({ row }) => row.id === decisions.get(changed.row.id)) ?? null;
  const score = predecessor ? likeness(predecessor.row, changed.row) : 0;
  return { changed, predecessor, method: 'decision', score, doubt: null };
}

/** Null where no earlier filing names the id. */
function byRowId(changed: Place, all: Place[]): Finding | null {
  if (changed.row.sourceRowId === null) return null;
  const namesakes = all.filter(({ row }) => row.sourceRowId === changed.row.sourceRowId);
  const method = 'row_id';
  const isTwice = namesakes.some((other) => other.filing === changed.filing && other !== changed);
  if (isTwice) {
    const doubt: Doubt = { code: 'row_named_twice', params: { row_id: changed.row.sourceRowId } };
    return { changed, predecessor: null, method, score: 0, doubt };
  }
  const predecessor = namesakes.findLast(({ filing }) => isBefore(filing, changed.filing));
  return predecessor ? { changed, predecessor, method, score: 1, doubt: null } : null;
}

function byContent(changed: Place[], places: Place[], found: Finding[]): Finding[] {
  const taken = new Set(found.map(({ predecessor }) => predecessor?.row));
  const originals = places.filter(({ row }) => row.rowStatus !== 'amended' && row.rowStatus !== 'deleted');
  const free = originals.filter(({ row }) => !taken.has(row));
  const findings = changed.map((place) => choose(place, changed, likeliest(place, free)));
  return findings.map((finding) => contested(finding, findings));
}

/**
 * Identical rows; else rows of exactly the same asset; else rows of an asset with a similar name. Bonds of one issuer
 * have names that differ in a year, and the right row may have changed more than the wrong one.
 */
function likeliest({ filing, row }: Place, originals: Place[]): Place[] {
  const possible = originals.filter((other) => isBefore(other.filing, filing) && isCorrection(other.row, row));
  const tiers = [
    possible.filter((other) => rowKey(other.row) === rowKey(row)),
    possible.filter((other) => isSameAsset(other.row, row)),
  ];
  const candidates = tiers.find((tier) => tier.length > 0) ?? possible;
  const best = Math.max(...candidates.map((other) => likeness(other.row, row)));
  return candidates.filter((other) => likeness(other.row, row) > best - CLEARLY_BETTER);
}

function choose(changed: Place, all: Place[], candidates: Place[]): Finding {
  const finding: Finding = { changed, predecessor: null, method: 'content', score: 0, doubt: null };
  if (candidates.length === 0) return finding;
  const predecessor = candidates.length === 1 ? candidates[0]! : twinOf(changed, all, candidates);
  if (predecessor) return { ...finding, predecessor, score: likeness(predecessor.row, changed.row) };
  const { ordinal } = changed.row;
  return { ...finding, doubt: { code: 'row_unclear', params: { row: ordinal, candidates: candidates.map(named) } } };
}

/** Identical rows, all of them changed by as many identical rows of one filing, pair in their order. */
function twinOf(changed: Place, all: Place[], candidates: Place[]): Place | undefined {
  const twins = all.filter(({ filing, row }) => filing === changed.filing && rowKey(row) === rowKey(changed.row));
  const areTwins = new Set(candidates.map(({ row }) => rowKey(row))).size === 1;
  return areTwins && twins.length === candidates.length ? candidates[twins.indexOf(changed)] : undefined;
}

function contested(finding: Finding, all: Finding[]): Finding {
  const { predecessor, changed } = finding;
  const rivals = all.filter((other) => other !== finding && predecessor && other.predecessor?.row === predecessor.row);
  if (rivals.length === 0) return finding;
  const params = {
    row: changed.row.ordinal,
    claimed: named(predecessor!),
    rivals: rivals.map((rival) => named(rival.changed)),
  };
  return { ...finding, doubt: { code: 'row_contested', params } };
}

const named = ({ filing, row }: Place): RowPlace => ({ filing: filing.externalId, row: row.ordinal });

function lineageOf(findings: Finding[]): Lineage {
  const linked = findings.filter(({ predecessor, doubt }) => predecessor !== null && doubt === null);
  return { filings: filingLinks(linked), rows: linked.map(rowLink), doubts: doubtsOf(findings) };
}

const rowLink = ({ changed, predecessor, method, score }: Finding): RowLink => ({
  successorFiling: changed.filing.id,
  successor: changed.row.id,
  predecessor: predecessor!.row.id,
  kind: changed.row.rowStatus === 'deleted' ? 'withdraws' : 'amends',
  method,
  score,
});

/** A filing amends another one as far as its rows do; its score is that of its least certain row. */
function filingLinks(linked: Finding[]): FilingLink[] {
  const links = new Map<string, FilingLink>();
  for (const finding of linked) {
    const { kind, method, score } = rowLink(finding);
    const [successor, predecessor] = [finding.changed.filing.id, finding.predecessor!.filing.id];
    const key = `${successor} ${predecessor}`;
    const link = links.get(key) ?? { successor, predecessor, kind, method, score };
    const weaker = score < link.score ? { method, score } : {};
    links.set(key, { ...link, ...weaker, kind: link.kind === kind ? kind : 'amends' });
  }
  return [...links.values()];
}

function doubtsOf(findings: Finding[]): LineageDoubt[] {
  const byFiling = new Map<string, Doubt[]>();
  for (const { changed, doubt } of findings) {
    if (doubt !== null) byFiling.set(changed.filing.id, [...(byFiling.get(changed.filing.id) ?? []), doubt]);
  }
  return [...byFiling].map(([filing, doubts]) => ({ filing, doubts }));
}
