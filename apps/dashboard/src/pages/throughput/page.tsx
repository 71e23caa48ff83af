import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const ThroughputPage = (): React.JSX.Element => (
  <Page title="Throughput">
    <Empty title="This page comes next." />
  </Page>
);
