import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const TasksPage = (): React.JSX.Element => (
  <Page title="Tasks">
    <Empty title="This page comes next." />
  </Page>
);
