import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const OverviewPage = (): React.JSX.Element => (
  <Page title="Overview">
    <Empty title="This page comes next." />
  </Page>
);
