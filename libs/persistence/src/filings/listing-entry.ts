import type { EntityManager } from 'typeorm';
import { type Chamber, type FilingQualityFlag, type ListedFiling, UNREPRESENTABLE } from '#rotunda/domain';
import { toRow } from '../database/snake-names.js';

/** The fields from a listing. A site may change them later: "(Perdue, David)" becomes "(Former Senator)". */
const LISTED = ['filing_type', 'title_raw', 'filer_name_raw', 'office_raw', 'filed_at_raw', 'filed_on', 'document_url'];

const tuple = (alias: string): string => LISTED.map((column) => `${alias}.${column}`).join(', ');

/** An empty district in a listing erases nothing: a House PDF may name a district that the listing lacks. */
const differs = (listed: string): string =>
  `(${tuple(listed)}, coalesce(${listed}.state_district, f.state_district))
     IS DISTINCT FROM (${tuple('f')}, f.state_district)`;

/** Quality flags of a filing that come from its listing, whatever its document says. */
export const LISTING_FLAGS = {
  /** A text of the listing has unreadable characters, replaced by U+FFFD. */
  unreadableListing: 'unreadable_listing',
  /** No PTR can have been filed on the listing's date. */
  invalidFilingDate: 'invalid_filing_date',
} as const satisfies Record<string, FilingQualityFlag>;

const FLAGS: readonly string[] = Object.values(LISTING_FLAGS);
export const isListingFlag = (flag: string): boolean => FLAGS.includes(flag);

const flagsOf = ({ filedOn, titleRaw, filerNameRaw, officeRaw, filedAtRaw }: ListedFiling): string[] => {
  const isUnreadable = [titleRaw, filerNameRaw, officeRaw, filedAtRaw].some((text) => text.includes(UNREPRESENTABLE));
  return [
    ...(isUnreadable ? [LISTING_FLAGS.unreadableListing] : []),
    ...(filedOn === null ? [LISTING_FLAGS.invalidFilingDate] : []),
  ];
};

/** Keeps the document's flags. */
const MERGED_FLAGS = `EXCLUDED.quality_flags ||
  ARRAY(SELECT flag FROM unnest(f.quality_flags) AS flag WHERE flag <> ALL('{${FLAGS.join(',')}}'))`;

/**
 * Stores the filings of a listing in one statement. Unchanged rows are not touched, not even locked. The order by id
 * keeps two workers with overlapping windows from deadlocking.
 */
export async function enterListing(
  manager: EntityManager,
  chamber: Chamber,
  listed: ListedFiling[],
  taskId: string,
): Promise<void> {
  const columns = ['chamber', 'external_id', ...LISTED, 'state_district', 'quality_flags'];
  await manager.query(
    `INSERT INTO filings AS f (${columns.join(', ')}, status, first_task_id)
     SELECT ${columns.map((column) => `l.${column}`).join(', ')}, 'listed', $2
     FROM jsonb_populate_recordset(NULL::filings, $1::jsonb) AS l
     LEFT JOIN filings f ON f.chamber = l.chamber AND f.external_id = l.external_id
     WHERE f.id IS NULL OR ${differs('l')}
     ORDER BY l.external_id
     ON CONFLICT (chamber, external_id) DO UPDATE SET
       ${LISTED.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
       state_district = coalesce(EXCLUDED.state_district, f.state_district), quality_flags = ${MERGED_FLAGS}
     WHERE ${differs('EXCLUDED')}`,
    [JSON.stringify(listed.map((filing) => toRow({ ...filing, chamber, qualityFlags: flagsOf(filing) }))), taskId],
  );
}
