import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ApiError } from '../../../api/problem.js';
import { Button, buttonClass } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import type { Choice } from '../commands/commands-of.js';
import { isRequired, type Kind } from '../kinds.js';
import styles from '../run.module.css';
import { CommandField } from './command-field.js';
import { newKey, submit } from './submit.js';

interface Props {
  kind: Kind;
  choice: Choice;
  change: (field: string, value: unknown) => void;
}

/** The fields of the kind. One key for each filled form: a second click gets the task of the first. */
export function CommandForm({ kind, choice, change }: Props): React.JSX.Element {
  const [key, setKey] = useState(newKey);
  const action = useMutation({ mutationFn: () => submit(choice.name, choice.chamber, choice.body, key) });
  const begin = (): void => {
    setKey(newKey());
    action.reset();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!action.isPending) action.mutate();
  };
  const errors = action.error instanceof ApiError ? action.error.fields : {};
  // Of none of the fields here: it would be shown nowhere.
  const elsewhere = action.error && !Object.keys(errors).some((name) => name.replace(/\..*/, '') in kind.fields);
  return (
    <form className={styles['form']} onSubmit={send} noValidate>
      {Object.entries(kind.fields).map(([name, schema]) => (
        <CommandField
          key={name}
          {...{ path: name, schema, isRequired: isRequired(schema), value: choice.body[name], errors }}
          change={(value) => {
            // Another command than the one that was sent.
            if (!action.isIdle) begin();
            change(name, value);
          }}
        />
      ))}
      <div className={styles['whole']}>
        {elsewhere && <Notice tone="bad">{action.error.message}</Notice>}
        {action.data ? (
          <Notice tone="good">
            <span>{action.data.message}</span>
            <Link to="/tasks/$id" params={{ id: action.data.task_id }} className={buttonClass({ kind: 'primary' })}>
              Open the task
            </Link>
            <Button onClick={begin}>Run another</Button>
          </Notice>
        ) : (
          <Button type="submit" kind="primary" disabled={action.isPending}>
            {action.isPending ? 'Queueing …' : `Run ${choice.name} for ${choice.chamber}`}
          </Button>
        )}
      </div>
    </form>
  );
}
