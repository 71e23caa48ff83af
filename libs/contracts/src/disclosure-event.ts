/**
 * `trade.amended`: a known trade has a new revision, as its document was read again or a person corrected it.
 * `trade.withdrawn`: a known trade counts no longer; `successor_trade_id` says what has taken its place, if anything.
 * `filing.amended`, `filing.withdrawn`: another filing says it otherwise, or takes all of its trades back.
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
 * CloudEvents 1.0, structured JSON: a message on `disclosures.>`. The message id is `id`, so a relay that repeats itself
 * announces nothing twice.
 */
export interface DisclosureEvent<T> {
  specversion: '1.0';
  /** Trade or filing id and its revision: `<uuid>-1`; of an amended filing, its id and that of its successor. */
  id: string;
  source: string;
  type: DisclosureEventType;
  subject: string;
  time: string;
  datacontenttype: 'application/json';
  /** True where the filing is older than a week: what a first scrape of the past brings. */
  backfill: boolean;
  data: T;
}
