import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Field } from '../../../ui/field.js';
import { capital } from '../../../ui/text.js';
import { CHAMBERS, KINDS, type TaskFilter } from './filter-values.js';
import { isSearchable } from './task-search.js';
import { TextFilter } from './text-filter.js';
import styles from './filter.module.css';

interface Props {
  filter: TaskFilter;
  /** `isSameStep`: it goes on with the last change, and is no step of its own for the back button. */
  change: (part: Partial<Record<keyof TaskFilter, string>>, isSameStep?: boolean) => void;
  clear: () => void;
  /** What the gateway says of single filters. */
  errors: Record<string, string>;
  workers: readonly string[];
  codes: readonly string[];
}

const LESS_COMMON = ['worker', 'group', 'error', 'from', 'to'] as const;

/** Every filter stands in the URL: it is shared, reloaded and gone back to. */
export function FilterBar({ filter, change, clear, errors, workers, codes }: Props): React.JSX.Element {
  const [isOpen, setOpen] = useState(LESS_COMMON.some((name) => filter[name] !== undefined));
  const [isShort, setShort] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  useSlash(search);
  const more = LESS_COMMON.filter((name) => filter[name] !== undefined).length;
  return (
    <search className={styles['bar']}>
      <div className={styles['fields']}>
        <div className={styles['search']}>
          <Field
            label="Search"
            error={isShort ? 'Three letters or digits in a row are needed' : errors['q']}
            hint="In ids, arguments and errors"
          >
            {(input) => (
              <TextFilter
                {...input}
                {...{ field: search, type: 'search', maxLength: 100, placeholder: 'Press / to search' }}
                value={filter.q ?? ''}
                change={(q, isSameVisit) => {
                  const isWrong = q !== '' && !isSearchable(q);
                  setShort(isWrong);
                  if (!isWrong) change({ q }, isSameVisit);
                }}
              />
            )}
          </Field>
        </div>
        <Choice label="Chamber" value={filter.chamber} values={CHAMBERS} choose={(chamber) => change({ chamber })} />
        <Choice label="Kind" value={filter.name} values={KINDS} choose={(name) => change({ name })} />
        <div className={styles['buttons']}>
          <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            More filters{more > 0 && ` (${more})`}
          </Button>
          {Object.keys(filter).length > 0 && (
            <Button kind="plain" onClick={clear}>
              Clear
            </Button>
          )}
        </div>
      </div>
      {isOpen && (
        <div className={styles['more']}>
          <Text name="worker" label="Worker" suggestions={workers} {...{ filter, change, errors }} />
          <Text name="error" label="Error code" suggestions={codes} {...{ filter, change, errors }} />
          <Text name="group" label="Group" {...{ filter, change, errors }} />
          <Instant name="from" label="Queued from (UTC)" {...{ filter, change, errors }} />
          <Instant name="to" label="Queued before (UTC)" {...{ filter, change, errors }} />
        </div>
      )}
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  values: readonly string[];
  choose: (value: string) => void;
}

const Choice = ({ label, value = '', values, choose }: ChoiceProps): React.JSX.Element => (
  <Field label={label}>
    {(input) => (
      <select {...input} value={value} onChange={({ target }) => choose(target.value)}>
        <option value="">All</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {capital(one)}
          </option>
        ))}
      </select>
    )}
  </Field>
);

interface OneProps extends Pick<Props, 'filter' | 'change' | 'errors'> {
  name: (typeof LESS_COMMON)[number];
  label: string;
}

const Text = ({ name, label, suggestions, filter, change, errors }: OneProps & { suggestions?: readonly string[] }) => (
  <Field label={label} error={errors[name]}>
    {(input) => (
      <>
        <TextFilter
          {...input}
          {...(suggestions && { list: `${input.id}-list` })}
          autoComplete="off"
          maxLength={128}
          value={filter[name] ?? ''}
          change={(value, isSameVisit) => change({ [name]: value }, isSameVisit)}
        />
        {suggestions && (
          <datalist id={`${input.id}-list`}>
            {suggestions.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </datalist>
        )}
      </>
    )}
  </Field>
);

const Instant = ({ name, label, filter, change, errors }: OneProps): React.JSX.Element => (
  <Field label={label} error={errors[name]}>
    {(input) => (
      <TextFilter
        {...input}
        type="datetime-local"
        value={localOf(filter[name])}
        change={(value, isSameVisit) => change({ [name]: value && `${value}Z` }, isSameVisit)}
      />
    )}
  </Field>
);

const MINUTE_CHARACTERS = 16;

/** The field has no zone: it shows UTC. */
function localOf(instant: string | undefined): string {
  const ms = Date.parse(instant ?? '');
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, MINUTE_CHARACTERS);
}

/** `/` begins a search, as in most lists. */
function useSlash(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const begin = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      const isTyping = target.matches('input:not([type=checkbox]), select, textarea') || target.isContentEditable;
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', begin);
    return () => document.removeEventListener('keydown', begin);
  }, [field]);
}
