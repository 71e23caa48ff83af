import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface Props {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Gets what joins the input with its label, hint and error. */
  children: (props: InputProps) => ReactNode;
}

export interface InputProps {
  id: string;
  className: string;
  'aria-describedby': string;
  'aria-invalid'?: true;
}

/** A label, its input, and what is wrong with it. */
export function Field({ label, hint, error, children }: Props): React.JSX.Element {
  const id = useId();
  const described = `${id}-more`;
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {children({
        id,
        className: styles['input']!,
        'aria-describedby': described,
        ...(error !== undefined && { 'aria-invalid': true }),
      })}
      <div id={described} aria-live="polite">
        {error === undefined ? (
          <span className={styles['hint']}>{hint}</span>
        ) : (
          <span className={styles['error']}>{error}</span>
        )}
      </div>
    </div>
  );
}

/** The look of an input alone, for one whose label is not shown. */
export const inputClass = styles['input']!;
