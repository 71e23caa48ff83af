import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';

export const AuditPage = (): React.JSX.Element => (
  <Page title="Audit">
    <Empty title="This page comes next." />
  </Page>
);
