import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.js';
import { ApiError } from '../../api/problem.js';
import type { Role } from '../../api/session.js';
import { Button } from '../../ui/button.js';
import { Code } from '../../ui/code.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { Dialog, DialogButtons } from '../../ui/overlays/dialog.js';
import styles from './keys.module.css';

const ROLES: Record<Role, string> = {
  look: 'look: reads everything but keys and the audit trail',
  act: 'act: also starts and steers tasks, sites and schedules',
  admin: 'admin: also makes keys, deletes dead letters, reads the audit trail',
};
const DAYS = ['30', '90', '365', ''];
const DAY_MS = 86_400_000;

/** A button and a form; the key it makes is shown once. */
export function NewKey(): React.JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        New key
      </Button>
      {isOpen && <NewKeyDialog close={() => setOpen(false)} />}
    </>
  );
}

function NewKeyDialog({ close }: { close: () => void }): React.JSX.Element {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('look');
  const [days, setDays] = useState('90');
  const make = useMutation({
    mutationFn: () => {
      const expires_at = days === '' ? null : new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      return answer(api.POST('/api/v1/keys', { body: { name: name.trim(), role, expires_at } }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['keys'] }),
  });
  const faults = make.error instanceof ApiError ? make.error.fields : {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (make.data)
    return (
      <Dialog isOpen close={close} title={`The key “${make.data.name}”`}>
        <Notice tone="warning">
          <span>Copy it now. Nobody can show it again.</span>
        </Notice>
        <Code text={make.data.key} label="Key" />
        <DialogButtons>
          <Button kind="primary" onClick={close}>
            Done
          </Button>
        </DialogButtons>
      </Dialog>
    );
  return (
    <Dialog isOpen close={close} title="New key">
      <form className={styles['form']} onSubmit={submit}>
        <Field label="Name" hint="Who uses it, and for what: night report" error={faults['name']}>
          {(input) => (
            <input
              {...input}
              required
              maxLength={100}
              autoComplete="off"
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label="Role" error={faults['role']}>
          {(input) => (
            <select {...input} value={role} onChange={({ target }) => setRole(target.value as Role)}>
              {Object.entries(ROLES).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Expires" error={faults['expires_at']}>
          {(input) => (
            <select {...input} value={days} onChange={({ target }) => setDays(target.value)}>
              {DAYS.map((value) => (
                <option key={value} value={value}>
                  {value === '' ? 'Never' : `In ${value} days`}
                </option>
              ))}
            </select>
          )}
        </Field>
        {make.error && Object.keys(faults).length === 0 && <Notice tone="bad">{make.error.message}</Notice>}
        <DialogButtons>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" kind="primary" disabled={make.isPending || name.trim() === ''}>
            Make the key
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
