import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const RunPage = (): React.JSX.Element => (
  <Page title="Run">
    <Empty title="This page comes next." />
  </Page>
);
