import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const SignInPage = (): React.JSX.Element => (
  <Page title="Sign in">
    <Empty title="This page comes next." />
  </Page>
);
