import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import { ApiError } from '../../../api/problem.js';
import type { Schema } from '../../../api/types.js';
import { DataPage } from '../../../disclosures/data-page.js';
import { doubtText } from '../../../disclosures/doubts.js';
import { dayText } from '../../../disclosures/words.js';
import { Loaded } from '../../../ui/loaded.js';
import { Empty, Notice } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { FilingFacts } from './filing-facts.js';
import { FilingTrades } from './filing-trades.js';
import { ScanSheets } from './scan/scan-sheets.js';
import { filingRoute } from './route.js';

export type OneFiling = Schema<'FilingWithTransactionsView'>;

/** One document with all that was read in it. */
export function FilingPage(): React.JSX.Element {
  const { id } = filingRoute.useParams();
  const queryKey = ['filings', 'one', id];
  useRefreshOn(['trade'], queryKey);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/filings/{id}', { params: { path: { id } }, signal })),
  });
  if (isUnknown(query.error)) return <NoSuchFiling id={id} />;
  return (
    <DataPage title={query.data ? titleOf(query.data) : 'Filing'}>
      <Loaded query={query}>
        {(filing) => (
          <>
            <Doubts filing={filing} />
            <Panel title="The filing">
              <FilingFacts filing={filing} />
            </Panel>
            {isReadScan(filing) && <ScanSheets filing={filing} />}
            <FilingTrades filing={filing} />
          </>
        )}
      </Loaded>
    </DataPage>
  );
}

/** Its sheets have upright pictures. */
const isReadScan = ({ format, status }: OneFiling): boolean => format === 'paper' && status !== 'paper';

const titleOf = ({ filer_name_raw, filed_on }: OneFiling): string =>
  `${filer_name_raw}, filed ${filed_on === null ? 'on an unknown day' : dayText(filed_on)}`;

/** What a reader should know before they believe it. */
function Doubts({
  filing: { reason, review_reasons, quality_flags },
}: {
  filing: OneFiling;
}): React.JSX.Element | null {
  const doubts = [...(reason ? [reason] : []), ...review_reasons, ...quality_flags.map(doubtText)];
  if (doubts.length === 0) return null;
  return (
    <Notice tone="warning">
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** No filing has this id; or nothing can be an id with these characters. */
const isUnknown = (error: Error | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 400);

const NoSuchFiling = ({ id }: { id: string }): React.JSX.Element => (
  <Page title="Unknown filing">
    <Empty title="There is no filing with this id.">
      <code>{id}</code>
      <Link to="/filings">All filings</Link>
    </Empty>
  </Page>
);
