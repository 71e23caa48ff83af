import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const WorkersPage = (): React.JSX.Element => (
  <Page title="Workers">
    <Empty title="This page comes next." />
  </Page>
);
