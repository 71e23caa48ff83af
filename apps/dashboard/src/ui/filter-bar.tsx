import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Field } from './field.js';
import styles from './filter-bar.module.css';

/** Filters of a list, in one row where there is room. */
export const FilterBar = ({ label, children }: { label: string; children: ReactNode }): React.JSX.Element => (
  <search className={styles['bar']} aria-label={label}>
    {children}
  </search>
);

interface FilterProps {
  label: string;
  /** '' for all. */
  value: string;
  change: (value: string) => void;
}

interface SelectProps extends FilterProps {
  /** What the choice that leaves all in says. */
  all: string;
  options: readonly { value: string; text: string }[];
}

export const FilterSelect = ({ label, value, change, all, options }: SelectProps): React.JSX.Element => (
  <Field label={label}>
    {(input) => (
      <select {...input} value={value} onChange={({ target }) => change(target.value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    )}
  </Field>
);

interface TextProps extends FilterProps {
  placeholder?: string;
  type?: 'search' | 'date';
}

/** Not a request for each letter. */
const TYPING_MS = 300;

/** A text that filters once its reader stops typing. */
export function FilterText({ label, value, change, placeholder, type = 'search' }: TextProps): React.JSX.Element {
  const [typed, setTyped] = useState({ text: value, of: value });
  // The address may change it too: by the Back button, a link.
  if (typed.of !== value) setTyped({ text: value, of: value });
  const filter = useEffectEvent(change);
  useEffect(() => {
    if (typed.text === typed.of) return undefined;
    const timer = setTimeout(() => filter(typed.text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field label={label}>
      {(input) => (
        <input
          {...input}
          type={type}
          value={typed.text}
          placeholder={placeholder}
          spellCheck={false}
          onChange={({ target }) => setTyped({ ...typed, text: target.value })}
        />
      )}
    </Field>
  );
}
