import { type DisclosureEvent, type DisclosureEventType, filingSubject, tradeSubject } from '#rotunda/contracts';
import { confidenceOf, isBackfill, sourceOf } from '#rotunda/domain';
import type { Announce, Announcement, Consequences, FilingRecord, TransactionRecord } from '#rotunda/persistence';
import type { Clock } from '#rotunda/runtime';

type News = Pick<DisclosureEvent<unknown>, 'time' | 'backfill'>;

/** Depends on the age of the stored filing, even for what it changes in older ones. */
const newsOf = ({ filedOn }: FilingRecord, now: Date): News => ({
  time: now.toISOString(),
  backfill: isBackfill(filedOn, now),
});

/** The events for a filing just stored: for each new or revised row, and for the consequences in other filings. */
export const announcing =
  (now: Clock): Announce =>
  (filing, transactions, consequences) => {
    const news = newsOf(filing, now());
    return [
      announcement(filing, news, filingSubject(filing.chamber, 'new'), {
        id: `${filing.id}-1`,
        type: 'rotunda.filing.new',
        subject: filing.externalId,
        data: filingData(filing, transactions.length),
      }),
      ...transactions.map((trade) =>
        tradeAnnouncement(filing, trade, news, trade.revision === 1 ? 'rotunda.trade.new' : 'rotunda.trade.amended'),
      ),
      ...(consequences ? ofConsequences(filing, consequences, news) : []),
    ];
  };

/**
 * A row that an amendment replaces is withdrawn, with a reference to the new row; its filing is amended. A row that a
 * later parse of its own document does not find is withdrawn, as the revision after its last.
 */
function ofConsequences(
  filing: FilingRecord,
  { linked, switched, vanished }: Consequences,
  news: News,
): Announcement[] {
  return [
    ...switched.map(({ filing: other, row, successorId }) =>
      tradeAnnouncement(
        other,
        row,
        news,
        row.isCurrent ? 'rotunda.trade.amended' : 'rotunda.trade.withdrawn',
        successorId,
      ),
    ),
    ...vanished.map((row) =>
      tradeAnnouncement(
        filing,
        { ...row, revision: row.revision + 1, isCurrent: false },
        news,
        'rotunda.trade.withdrawn',
      ),
    ),
    ...linked.map(({ successor, kind, method, score, predecessorFiling }) => {
      const event = kind === 'withdraws' ? 'withdrawn' : 'amended';
      return announcement(predecessorFiling, news, filingSubject(predecessorFiling.chamber, event), {
        id: `${predecessorFiling.id}-${successor}`,
        type: `rotunda.filing.${event}`,
        subject: predecessorFiling.externalId,
        data: { ...filingFacts(predecessorFiling), successor_filing_id: successor, kind, method, score },
      });
    }),
  ];
}

function tradeAnnouncement(
  filing: FilingRecord,
  trade: TransactionRecord,
  news: News,
  type: DisclosureEventType,
  successorId: string | null = null,
): Announcement {
  return announcement(filing, news, tradeSubject(filing.chamber, trade.ticker), {
    id: `${trade.id}-${trade.revision}`,
    type,
    subject: trade.id,
    data: { ...tradeData(filing, trade), successor_trade_id: successorId },
  });
}

function announcement<T>(
  filing: FilingRecord,
  news: News,
  subject: string,
  event: Pick<DisclosureEvent<T>, 'id' | 'type' | 'subject' | 'data'>,
): Announcement {
  const payload: DisclosureEvent<T> = {
    specversion: '1.0',
    datacontenttype: 'application/json',
    source: `/filings/${filing.id}`,
    ...news,
    ...event,
  };
  return { messageId: event.id, subject, payload };
}

/** The filer: `bioguide` is null where the member was not known for sure when the event was created. */
const filerFacts = (filing: FilingRecord) => ({ filer_name: filing.filerNameRaw, bioguide: filing.memberId });

const filingFacts = (filing: FilingRecord) => ({
  filing_id: filing.id,
  chamber: filing.chamber,
  external_id: filing.externalId,
  filing_type: filing.filingType,
  ...filerFacts(filing),
  state_district: filing.stateDistrict,
  filed_on: filing.filedOn,
  status: filing.status,
  paper_class: filing.paperClass,
  document_url: filing.documentUrl,
});

const filingData = (filing: FilingRecord, rows: number) => ({ ...filingFacts(filing), transactions: rows });

const tradeData = (filing: FilingRecord, trade: TransactionRecord) => ({
  trade_id: trade.id,
  revision: trade.revision,
  is_current: trade.isCurrent,
  filing_id: filing.id,
  chamber: filing.chamber,
  external_id: filing.externalId,
  ordinal: trade.ordinal,
  ...filerFacts(filing),
  filed_on: filing.filedOn,
  owner: trade.owner,
  asset_name: trade.assetName,
  asset_type: trade.assetType,
  ticker: trade.ticker,
  type: trade.type,
  traded_on: trade.tradedOn,
  amount_min: trade.amountMin,
  amount_max: trade.amountMax,
  amount_over: trade.amountOver,
  row_status: trade.rowStatus,
  source: sourceOf(filing),
  confidence: confidenceOf(trade),
});
