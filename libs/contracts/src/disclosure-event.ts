/**
 * `trade.amended`: a known trade has a new revision, after a reparse or a correction by a person.
 * `trade.withdrawn`: a known trade no longer counts; `successor_trade_id` is the trade that replaces it, if any.
 * `filing.amended`: another filing amends it. `filing.withdrawn`: another filing withdraws all of its trades.
 */
export const DISCLOSURE_EVENT_TYPES = [
  'rotunda.filing.new',
  'rotunda.filing.amended',
  'rotunda.filing.withdrawn',
  'rotunda.trade.new',
  'rotunda.trade.amended',
  'rotunda.trade.withdrawn',
] as const;
export type DisclosureEventType = (typeof DISCLOSURE_EVENT_TYPES)[number];

/**
 * A message on `disclosures.>`: CloudEvents 1.0, structured JSON. The message id is `id`, so an event that is published
 * twice is stored once.
 */
export interface DisclosureEvent<T> {
  specversion: '1.0';
  /** The id and revision of the trade or filing: `<uuid>-1`; for an amended filing, its id and its successor's. */
  id: string;
  source: string;
  type: DisclosureEventType;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  /** True if the filing is older than a week, e.g. from a first scrape of past years. */
  backfill: boolean;
  data: T;
}
