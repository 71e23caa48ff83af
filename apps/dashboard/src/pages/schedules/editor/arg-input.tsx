import { Field } from '../../../ui/field.js';
import type { CommandField } from './args-field.js';
import styles from './editor.module.css';

interface Props {
  name: string;
  field: CommandField;
  value: unknown;
  /** Undefined leaves the field out. */
  set: (value: unknown) => void;
}

/** An input for a field of a command, by its schema. Empty leaves it out. */
export function ArgInput({ name, field, value, set }: Props): React.JSX.Element {
  const { type, description, format, minimum, maximum, default: preset } = field;
  if (type === 'boolean')
    return (
      <label className={styles['check']}>
        <span className={styles['choice']}>
          <input
            type="checkbox"
            checked={value === true}
            onChange={({ target }) => set(target.checked ? true : undefined)}
          />
          <code>{name}</code>
        </span>
        <span className={styles['hint']}>{description}</span>
      </label>
    );
  const isNumber = type === 'integer' || type === 'number';
  const read = (text: string): unknown => {
    if (text === '') return undefined;
    if (isNumber) return Number(text);
    return type === 'array' ? text.split(/[\s,]+/) : text;
  };
  return (
    <Field label={name} hint={description}>
      {(input) => (
        <input
          {...input}
          type={isNumber ? 'number' : format === 'date' ? 'date' : 'text'}
          {...(isNumber && { min: minimum, max: maximum })}
          placeholder={preset === undefined ? '' : String(preset)}
          value={textOf(value)}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => set(read(target.value))}
        />
      )}
    </Field>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
