import { Link } from '@tanstack/react-router';
import { LateTradesTable } from '../../../disclosures/late/late-trades-table.js';
import { Loaded } from '../../../ui/loaded.js';
import { Empty } from '../../../ui/notice.js';
import { Panel } from '../../../ui/panel.js';
import { countText, plural } from '../../../ui/text.js';
import { MOST_LATE, useMemberLate } from './use-member.js';

/** What the member disclosed late, and by how many days. */
export function LatePanel({ bioguide }: { bioguide: string }): React.JSX.Element {
  const query = useMemberLate(bioguide);
  return (
    <Panel
      flush
      title="Late"
      actions={
        <Link to="/late" search={{ bioguide }}>
          All late trades
        </Link>
      }
    >
      <Loaded query={query}>
        {({ counts, data }) => (
          <LateTradesTable
            rows={data}
            without={['member']}
            empty={<Empty title={counts.in_time > 0 ? 'Nothing was late.' : 'Nothing can be judged.'} />}
            foot={
              `${plural(counts.late, 'trade')} late, ${countText(counts.in_time)} in time, ${countText(counts.unknown)} ` +
              `unknown, ${countText(counts.not_judged)} of amendments not judged.` +
              (counts.late > MOST_LATE ? ` These are the newest ${MOST_LATE}.` : '')
            }
          />
        )}
      </Loaded>
    </Panel>
  );
}
