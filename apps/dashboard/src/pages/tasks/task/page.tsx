import { Empty } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';

export const TaskPage = (): React.JSX.Element => (
  <Page title="Task">
    <Empty title="This page comes next." />
  </Page>
);
