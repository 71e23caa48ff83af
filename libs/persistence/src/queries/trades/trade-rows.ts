import type { EntityManager } from 'typeorm';
import type { Member } from '#rotunda/domain';
import { selectList } from '../../database/select-list.js';
import type { FilingRecord } from '../../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../../entities/transaction.entity.js';
import { selectMembers } from '../../members/member-rows.js';
import { filingsById, notYetSuperseded } from '../filing-versions.js';
import type { Trade } from './trade-filters.js';
import type { TradeKey } from './trade-orders.js';

/**
 * The trades of these keys, in their order.
 * @param members those that are known already; read ones are added
 */
export async function tradesOf(
  manager: EntityManager,
  keys: TradeKey[],
  asOf: Date | undefined,
  members = new Map<string, Member>(),
): Promise<Trade[]> {
  if (keys.length === 0) return [];
  const rows = await rowsOf(manager, keys);
  const filings = await filingsById(manager, [...new Set(keys.map(({ filingId }) => filingId))], asOf);
  const unknown = new Set(filings.map(({ memberId }) => memberId).filter((id) => id !== null && !members.has(id)));
  for (const member of await membersOf(manager, [...unknown])) members.set(member.bioguide, member);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ofId = new Map(filings.map((filing) => [filing.id, filing]));
  return keys.flatMap((key) => {
    const [row, filing] = [byId.get(key.tradeId), ofId.get(key.filingId)];
    // A filing or a row that was changed since its key was read, and not yet known at the instant.
    return row && filing ? [tradeOf(row, filing, members, asOf)] : [];
  });
}

const tradeOf = (row: TransactionRecord, filing: FilingRecord, members: Map<string, Member>, asOf?: Date): Trade => ({
  ...notYetSuperseded(row, asOf),
  filing,
  member: members.get(filing.memberId ?? '') ?? null,
});

const rowsOf = (manager: EntityManager, keys: TradeKey[]): Promise<TransactionRecord[]> =>
  manager.query(
    `SELECT ${selectList(manager.dataSource, Transaction, 't')}
     FROM unnest($1::uuid[], $2::integer[]) AS k (id, revision) JOIN transactions t USING (id, revision)`,
    [keys.map(({ tradeId }) => tradeId), keys.map(({ revision }) => revision)],
  );

const membersOf = async (manager: EntityManager, ids: (string | null)[]): Promise<Member[]> =>
  ids.length === 0 ? [] : selectMembers(manager, 'WHERE m.bioguide = ANY($1)', [ids]);
