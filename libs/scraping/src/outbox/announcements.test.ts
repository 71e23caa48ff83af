import type { FilingRecord, TransactionRecord } from '#rotunda/persistence';
import { describe, expect, it } from 'vitest';
import { announcing } from './announcements.js';

const filing = { id: 'f1', chamber: 'house', externalId: '29990001', filedOn: '2020-01-02' } as FilingRecord;
const trade = { id: 't1', revision: 1, ticker: 'BRK.B' } as TransactionRecord;

/** Eight days after the filing. */
const announce = announcing(() => new Date('2020-01-10T12:00:00Z'));

const dataOf = (of: Partial<FilingRecord>) =>
  announce({ ...filing, ...of }, [trade]).map(({ payload }) => (payload as { data: object }).data);

describe('announce', () => {
  it('names the filing member in each event, if known', () => {
    expect(dataOf({ memberId: 'S000999' })).toMatchObject([{ bioguide: 'S000999' }, { bioguide: 'S000999' }]);
    expect(dataOf({ memberId: null })).toMatchObject([{ bioguide: null }, { bioguide: null }]);
  });

  it('uses the ticker in the subject of a trade', () => {
    const [, event] = announce(filing, [trade]);
    expect(event).toMatchObject({
      messageId: 't1-1',
      subject: 'disclosures.trade.house.BRK_B',
      payload: { specversion: '1.0', type: 'rotunda.trade.new', subject: 't1' },
    });
  });

  it.each([
    ['2020-01-02', true],
    ['2020-01-03', false],
    [null, true],
  ])('on January 10 of a filing of %s has backfill: %s', (filedOn, backfill) => {
    expect(announce({ ...filing, filedOn }, [])).toMatchObject([{ payload: { backfill } }]);
  });
});
