import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Empty, Failed } from '../ui/notice.js';
import { Page } from '../ui/page.js';

export const NotFound = (): React.JSX.Element => (
  <Page title="Not found">
    <Empty title="There is no such page.">
      <Link to="/">Overview</Link>
    </Empty>
  </Page>
);

/** As Chromium, Firefox and Safari say it. */
const MISSING_PART = /dynamically imported module|module script/i;

export function RouteFailed({ error, reset }: ErrorComponentProps): React.JSX.Element {
  const router = useRouter();
  const retry = (): void => {
    // After an update of the gateway the parts of the old page are gone.
    if (MISSING_PART.test(String(error))) window.location.reload();
    reset();
    void router.invalidate();
  };
  return (
    <Page title="Something failed">
      <Failed error={error as Error} retry={retry} />
    </Page>
  );
}
