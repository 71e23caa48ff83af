import { useState } from 'react';
import { CHAMBERS, KINDS } from '../../../api/task-kinds.js';
import { Button } from '../../../ui/button.js';
import { Field } from '../../../ui/field.js';
import { FilterSelect } from '../../../ui/filter-bar.js';
import { capital } from '../../../ui/text.js';
import { utcFieldText } from '../../../ui/utc-field.js';
import type { TaskFilter } from './filter-values.js';
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

const named = (value: string): { value: string; text: string } => ({ value, text: capital(value) });

/** Every filter stands in the URL: it is shared, reloaded and gone back to. */
export function FilterBar({ filter, change, clear, errors, workers, codes }: Props): React.JSX.Element {
  const [isOpen, setOpen] = useState(LESS_COMMON.some((name) => filter[name] !== undefined));
  const [isShort, setShort] = useState(false);
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
                {...{ type: 'search', maxLength: 100, placeholder: 'Press / to search' }}
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
        <FilterSelect
          {...{ label: 'Chamber', all: 'All', options: CHAMBERS.map(named), value: filter.chamber ?? '' }}
          change={(chamber) => change({ chamber })}
        />
        <FilterSelect
          {...{ label: 'Kind', all: 'All', options: KINDS.map(named), value: filter.name ?? '' }}
          change={(name) => change({ name })}
        />
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
        value={utcFieldText(filter[name])}
        change={(value, isSameVisit) => change({ [name]: value && `${value}Z` }, isSameVisit)}
      />
    )}
  </Field>
);
