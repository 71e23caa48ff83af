import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const SchedulesPage = (): React.JSX.Element => (
  <Page title="Schedules">
    <Empty title="This page comes next." />
  </Page>
);
