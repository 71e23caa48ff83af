import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import type { Chamber, Site } from '../../api/sites.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Confirm, ConfirmDialog } from '../../ui/overlays/confirm.js';
import { tell } from '../../ui/overlays/toasts.js';
import { capital } from '../../ui/text.js';
import styles from './sites.module.css';

const LONGEST_REASON = 1_000;

export function Pause({ chamber }: { chamber: Chamber }): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const close = (): void => {
    setOpen(false);
    setReason('');
  };
  const pause = async (): Promise<void> => {
    const body = reason.trim() ? { reason: reason.trim() } : {};
    await answer(api.POST('/api/v1/sites/{chamber}/pause', { params: { path: { chamber } }, body }));
    tell(`The ${capital(chamber)} is paused.`);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`Pause the ${capital(chamber)}`}>
        Pause
      </Button>
      <ConfirmDialog isOpen={isOpen} close={close} title={`Pause the ${capital(chamber)}`} verb="Pause" act={pause}>
        <div className={styles['form']}>
          <p>New scrapes stay in the queue until you resume; those that run end as usual. Checks and reparses go on.</p>
          <Field label="Reason" hint="For others who wonder why nothing runs. It may be empty.">
            {(input) => (
              <input
                {...input}
                value={reason}
                maxLength={LONGEST_REASON}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
        </div>
      </ConfirmDialog>
    </>
  );
}

/** Asked about where the site refused us: it is then asked at once. */
export function Resume({ site: { chamber, breaker } }: { site: Site }): React.JSX.Element {
  const resume = async (): Promise<void> => {
    await answer(api.POST('/api/v1/sites/{chamber}/resume', { params: { path: { chamber } } }));
    tell(`The ${capital(chamber)} goes on.`);
  };
  return (
    <Confirm
      label="Resume"
      kind="primary"
      size="small"
      title={`Resume the ${capital(chamber)}`}
      verb="Resume"
      act={resume}
    >
      {breaker.state === 'closed'
        ? 'Scrapes that wait in the queue run now.'
        : 'The breaker closes, and scrapes that wait ask the site at once. If it refuses us again, the wait gets longer.'}
    </Confirm>
  );
}
