import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Loaded } from '../../../ui/loaded.js';
import { Notice } from '../../../ui/notice.js';
import { Dialog, DialogButtons } from '../../../ui/overlays/dialog.js';
import { countText, plural } from '../../../ui/text.js';
import type { BulkOutcome } from './bulk-outcome.js';
import { type BulkTarget, type BulkVerb, steerMany } from './bulk-request.js';
import { Refused } from './refused.js';

const WORDS: Record<BulkVerb, { verb: string; done: string; can: string }> = {
  retry: { verb: 'Retry', done: 'queued again', can: 'retried' },
  cancel: { verb: 'Cancel', done: 'cancelled', can: 'cancelled' },
};

interface Props {
  verb: BulkVerb;
  target: BulkTarget;
  /** After something was done, and when it was left. */
  close: (isDone: boolean) => void;
}

/** Says how many first, then does it, then says what came of it. More than a request does are done in steps. */
export function BulkDialog({ verb, target, close }: Props): React.JSX.Element {
  const { verb: word, done } = WORDS[verb];
  // Each opening, and each step, asks again: the tasks go on meanwhile.
  const [step, setStep] = useState(0);
  const plan = useQuery({
    queryKey: ['tasks', 'bulk', verb, target, step],
    queryFn: () => steerMany(verb, target, true),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const action = useMutation({ mutationFn: () => steerMany(verb, target, false) });
  const outcome = action.data;
  const goOn = (): void => {
    action.reset();
    setStep(step + 1);
  };
  const isDone = outcome !== undefined || step > 0;
  return (
    <Dialog
      isOpen
      // What it did is said here.
      close={() => action.isPending || close(isDone)}
      title={outcome ? `${plural(outcome.done, 'task')} ${done}` : titleOf(word, plan.data)}
    >
      {outcome ? (
        <Outcome outcome={outcome} word={word} />
      ) : (
        <Loaded query={plan}>{(data) => <Plan plan={data} verb={verb} />}</Loaded>
      )}
      {action.error && <Notice tone="bad">{action.error.message}</Notice>}
      <DialogButtons>
        {outcome ? (
          <>
            {outcome.remaining > 0 && <Button onClick={goOn}>Go on with the rest</Button>}
            <Button kind="primary" onClick={() => close(true)}>
              Close
            </Button>
          </>
        ) : (
          <>
            <Button disabled={action.isPending} onClick={() => close(isDone)}>
              Keep as it is
            </Button>
            {plan.data?.done !== 0 && (
              <Button
                kind={verb === 'cancel' ? 'danger' : 'primary'}
                disabled={!plan.data?.done || action.isPending}
                onClick={() => action.mutate()}
              >
                {action.isPending ? 'Working …' : `${word} ${plan.data ? plural(plan.data.done, 'task') : ''}`}
              </Button>
            )}
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
}

const titleOf = (word: string, plan: BulkOutcome | undefined): string =>
  plan && plan.done > 0 ? `${word} ${plural(plan.done, 'task')}?` : `${word} tasks`;

function Plan({ plan, verb }: { plan: BulkOutcome; verb: BulkVerb }): React.JSX.Element {
  const { can } = WORDS[verb];
  return (
    <>
      {plan.done === 0 && <p>None of them can be {can}.</p>}
      {plan.done > 0 && verb === 'cancel' && (
        <p>Those that wait leave the queue; those that run stop at their next safe point.</p>
      )}
      {plan.done > 0 && verb === 'retry' && <p>Each is queued as a new run of the same task.</p>}
      {plan.remaining > 0 && (
        <Notice tone="neutral">
          This is done in steps: {countText(plan.done)} now, and {plural(plan.remaining, 'task')} after that.
        </Notice>
      )}
      <Refused refused={plan.refused} />
    </>
  );
}

const Outcome = ({ outcome: { refused, remaining }, word }: { outcome: BulkOutcome; word: string }) => (
  <>
    {remaining > 0 && (
      <p>
        {plural(remaining, 'task')} {remaining === 1 ? 'is' : 'are'} left. {word} them too?
      </p>
    )}
    {refused.length === 0 && remaining === 0 && <p>All of them.</p>}
    <Refused refused={refused} />
  </>
);
