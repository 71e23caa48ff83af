import { fileURLToPath } from 'node:url';
import { maintainMembers } from '#rotunda/persistence';
import { readMemberList } from './member-list.js';
import { matchLine } from './members-report.js';

/** `data/members.tsv` of the repository, seen from `dist/apps/cli/src` or, in tests, from `apps/cli/src`. */
const DEPTH = import.meta.url.endsWith('.ts') ? '../../../..' : '../../../../..';
export const SHIPPED_MEMBERS = fileURLToPath(new URL(`${DEPTH}/data/members.tsv`, import.meta.url));

/**
 * Loads the list of members that ships with this version, if the database has none or an older one. A newer one that an
 * operator imported stays.
 * @returns what it did, one line for each step
 */
export async function loadShippedMembers(databaseUrl: string): Promise<string[]> {
  const list = await readMemberList(SHIPPED_MEMBERS);
  return maintainMembers(databaseUrl, async ({ members, matching }) => {
    const loaded = await members.loadedAsOf();
    if (loaded !== null && loaded >= list.asOf) return [];
    const { added, changed } = await members.import(list);
    const imported = `members as of ${list.asOf} loaded: ${added.length} new, ${changed.length} changed`;
    return [imported, matchLine(await matching.matchAll())];
  });
}
