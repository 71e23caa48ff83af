import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const SitesPage = (): React.JSX.Element => (
  <Page title="Sites">
    <Empty title="This page comes next." />
  </Page>
);
