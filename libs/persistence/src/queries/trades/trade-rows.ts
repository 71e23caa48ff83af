import type { EntityManager } from 'typeorm';
import type { Member } from '#rotunda/domain';
import { selectList } from '../../database/select-list.js';
import type { FilingRecord } from '../../entities/filing.entity.js';
import { Transaction, type TransactionRecord } from '../../entities/transaction.entity.js';
import { selectMembers } from '../../members/member-rows.js';
import { filingsById, notYetSuperseded } from '../filing-versions.js';
import type { Trade } from './trade-filters.js';
import type { TradeKey } from './trade-orders.js';

/** The trades of these keys, in their order. */
export async function tradesOf(manager: EntityManager, keys: TradeKey[], asOf?: Date): Promise<Trade[]> {
  if (keys.length === 0) return [];
  const [rows, filings, members] = await Promise.all([
    rowsOf(manager, keys),
    filingsById(manager, [...new Set(keys.map(({ filingId }) => filingId))], asOf),
    membersOf(manager, keys),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ofId = new Map(filings.map((filing) => [filing.id, filing]));
  const byBioguide = new Map(members.map((member) => [member.bioguide, member]));
  return keys.flatMap((key) => {
    const [row, filing] = [byId.get(key.tradeId), ofId.get(key.filingId)];
    // A filing or a row that was changed since its key was read, and not yet known at the instant.
    return row && filing ? [tradeOf(row, filing, byBioguide, asOf)] : [];
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

const membersOf = (manager: EntityManager, keys: TradeKey[]): Promise<Member[]> => {
  const ids = [...new Set(keys.map(({ memberId }) => memberId).filter((id) => id !== null))];
  return selectMembers(manager, 'WHERE m.bioguide = ANY($1)', [ids]);
};
