import { type FormEvent, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { DialogButtons } from '../../../ui/overlays/dialog.js';
import { ArgsField } from './args-field.js';
import { Conflict } from './conflict.js';
import { type Draft, draftOf, faultsOf, newDraft } from './draft.js';
import type { Reading } from './read-schedule.js';
import { Rules } from './rules.js';
import { isOvertaken, refusedFields, useSave } from './use-save.js';
import { What } from './what.js';
import { When } from './when.js';
import styles from './editor.module.css';

interface Props {
  name: string | null;
  /** What is stored now: it changes while the form is open. */
  reading: Reading;
  close: () => void;
}

export interface PartProps {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** What is wrong, by field. */
  faults: Record<string, string>;
}

const draftFrom = ({ entry }: Reading, name: string | null): Draft => (entry ? draftOf(entry) : newDraft(name ?? ''));

export function EditorForm({ name, reading, close }: Props): React.JSX.Element {
  /** What the draft began with, and what it may be written over. */
  const [base, setBase] = useState(reading);
  const [draft, setDraft] = useState(() => draftFrom(reading, name));
  const [isTried, setTried] = useState(false);
  const save = useSave(base, close);
  const faults = { ...refusedFields(save.error), ...(isTried && faultsOf(draft)) };
  const change = (changes: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...changes }));
    if (save.isError) save.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faultsOf(draft)).length === 0) save.mutate(draft);
  };
  const isChanged = reading.etag !== base.etag;
  const rebase = (): void => {
    setBase(reading);
    save.reset();
  };
  const parts = { draft, change, faults };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      {base.damage && (
        <Notice tone="warning">
          <span>{base.damage} Saving replaces it.</span>
        </Notice>
      )}
      {name !== null && !base.entry && !base.damage && (
        <Notice tone="warning">There is no schedule {name}. Saving creates it.</Notice>
      )}
      {isChanged && (
        <Conflict
          before={base.entry}
          now={reading.entry}
          takeTheirs={() => {
            rebase();
            setDraft(draftFrom(reading, name));
          }}
          keepMine={rebase}
        />
      )}
      {name === null && (
        <Field
          label="Name"
          hint="Letters, digits, - and _"
          error={faults['name'] ?? (isOvertaken(save.error) ? save.error?.message : undefined)}
        >
          {(input) => (
            <input
              {...input}
              value={draft.name}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
      )}
      <When {...parts} />
      <What {...parts} />
      <ArgsField {...parts} />
      <Rules {...parts} />
      {save.error && Object.keys(faults).length === 0 && !isChanged && name !== null && (
        <Notice tone="bad">{save.error.message}</Notice>
      )}
      {save.error && Object.keys(faults).length === 0 && name === null && !isOvertaken(save.error) && (
        <Notice tone="bad">{save.error.message}</Notice>
      )}
      <DialogButtons>
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" kind="primary" disabled={save.isPending || isChanged}>
          {name === null ? 'Create' : 'Save'}
        </Button>
      </DialogButtons>
    </form>
  );
}
