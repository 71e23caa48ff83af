import { useState } from 'react';
import { answer, api } from '../../../api/client.js';
import type { Chamber } from '../../../api/sites.js';
import { Button } from '../../../ui/button.js';
import { attempt } from '../../../ui/overlays/toasts.js';
import { capital } from '../../../ui/text.js';

/** What the nightly scrape asks for. A second click while it runs starts no other. */
const COMMAND = { days_back: 1, include_unknown: true, since_last_success: true, unique: true };

export function ScrapeNow({ chamber }: { chamber: Chamber }): React.JSX.Element {
  const [isBusy, setBusy] = useState(false);
  const scrape = async (): Promise<void> => {
    setBusy(true);
    const request = api.POST('/api/v1/tasks/scrape/{chamber}', { params: { path: { chamber } }, body: COMMAND });
    await attempt(answer(request), ({ message }) => message);
    setBusy(false);
  };
  return (
    <Button
      size="small"
      disabled={isBusy}
      title="Collects what was filed since the last such scrape, and what the site listed late"
      aria-label={`Scrape now: ${capital(chamber)}`}
      onClick={() => void scrape()}
    >
      Scrape now
    </Button>
  );
}
