import { Link, useNavigate } from '@tanstack/react-router';
import { DataPage } from '../../../disclosures/data-page.js';
import { MonthsCharts } from '../../../disclosures/totals/months-charts.js';
import { TotalsPanel } from '../../../disclosures/totals/totals-panel.js';
import { MonthTrades, type TradesSearch } from '../../../disclosures/trades/month-trades.js';
import { tradeColumns } from '../../../disclosures/trades/trade-columns.js';
import { isNotFound } from '../../../api/problem.js';
import { Loaded } from '../../../ui/loaded.js';
import { Empty, SkeletonLines } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { AssetsPanel } from './assets-panel.js';
import { LatePanel } from './late-panel.js';
import { MemberFacts } from './member-facts.js';
import { memberRoute } from './route.js';
import { useMember, useMemberTrades } from './use-member.js';

const COLUMNS = tradeColumns('member');

/** What a member of Congress disclosed. */
export function MemberPage(): React.JSX.Element {
  const { bioguide } = memberRoute.useParams();
  const search = memberRoute.useSearch();
  const navigate = useNavigate();
  const member = useMember(bioguide);
  const trades = useMemberTrades(bioguide);
  if (isNotFound(member.error)) return <NoSuchMember bioguide={bioguide} />;
  const show = (chosen: TradesSearch): void =>
    void navigate({
      to: '/members/$bioguide',
      params: { bioguide },
      search: chosen,
      replace: true,
      resetScroll: false,
    });
  return (
    <DataPage
      title={`${member.data?.name ?? bioguide}, disclosed trades`}
      heading={member.data?.name ?? bioguide}
      feeds={[{ title: 'Feed', path: `/feeds/members/${bioguide}.atom` }]}
      exported={{ member: bioguide }}
    >
      <Panel title="Who">
        <Loaded query={member}>{(loaded) => <MemberFacts member={loaded} />}</Loaded>
      </Panel>
      <Loaded query={trades} loading={<Loading />}>
        {({ totals, months, assets, asset_count }) =>
          totals.all.trades === 0 ? null : (
            <>
              <TotalsPanel totals={totals} />
              <MonthsCharts {...{ months, totals, open: (month) => show({ ...search, month }) }} />
              <AssetsPanel assets={assets} count={asset_count} />
            </>
          )
        }
      </Loaded>
      <LatePanel bioguide={bioguide} />
      <MonthTrades {...{ search, show, filters: { bioguide }, columns: COLUMNS }} />
    </DataPage>
  );
}

const Loading = (): React.JSX.Element => (
  <>
    {['In total', 'By month'].map((title) => (
      <Panel key={title} title={title}>
        <SkeletonLines lines={5} />
      </Panel>
    ))}
  </>
);

const NoSuchMember = ({ bioguide }: { bioguide: string }): React.JSX.Element => (
  <Page title="Unknown member">
    <Empty title="There is no member with this id.">
      <code>{bioguide}</code>
      <Link to="/members">All members</Link>
    </Empty>
  </Page>
);
