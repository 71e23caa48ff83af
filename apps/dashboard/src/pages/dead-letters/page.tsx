import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const DeadLettersPage = (): React.JSX.Element => (
  <Page title="Dead letters">
    <Empty title="This page comes next." />
  </Page>
);
