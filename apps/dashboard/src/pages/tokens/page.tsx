import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const TokensPage = (): React.JSX.Element => (
  <Page title="Tokens">
    <Empty title="This page comes next." />
  </Page>
);
