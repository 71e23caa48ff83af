import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { READING } from '../../data-source.js';
import { Conditions } from '../../database/conditions.js';
import { CURRENT } from '../filing-filters.js';
import { BY_MONTH, byMonth, byTrades, sumTrades, type TradeGroup } from './trade-sums.js';

export interface AssetGroup extends TradeGroup {
  ticker: string | null;
}

export interface MemberTrades {
  total: TradeGroup;
  /** By the month of the trade (`2025-03`), the oldest first; null for those without a possible date, last. */
  months: TradeGroup[];
  /** By ticker, or by name where there is none; those that were traded most, the first ones first. */
  assets: AssetGroup[];
  /** How many assets there are. */
  assetCount: number;
}

/** A busy member has traded thousands; the list of their trades has all of them. */
const MOST_ASSETS = 200;

/** A name can't be taken for a ticker: they begin with different letters. */
const ASSET = `CASE WHEN t.ticker IS NULL THEN 'n' || lower(t.asset_name) ELSE 't' || upper(t.ticker) END`;

/** What a member traded, from current rows. */
@Injectable()
export class MemberTradesQuery {
  constructor(@InjectDataSource(READING) private readonly dataSource: DataSource) {}

  async summary(bioguide: string): Promise<MemberTrades> {
    const where = new Conditions(CURRENT).where(bioguide, (id) => `f.member_id = ${id}`);
    const groupings = { months: BY_MONTH, assets: { key: ASSET, name: 't.asset_name' } };
    const { total, months, assets } = await sumTrades(this.dataSource, where, groupings);
    return {
      total,
      months: months.toSorted(byMonth),
      assets: assets.toSorted(byTrades).slice(0, MOST_ASSETS).map(asAsset),
      assetCount: assets.length,
    };
  }
}

const asAsset = (group: TradeGroup): AssetGroup => ({
  ...group,
  ticker: group.key?.startsWith('t') ? group.key.slice(1) : null,
});
