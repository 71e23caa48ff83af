import { useState } from 'react';
import { Field, type InputProps } from '../../../ui/field.js';
import { utcFieldText } from '../../../ui/utc-field.js';
import { withValue } from '../body-of.js';
import type { FieldSchema } from '../kinds.js';
import { isObject } from '../run-search.js';
import styles from '../run.module.css';
import { instantOf, itemsOf, limitsText, numberOf } from './field-values.js';

export interface FieldProps {
  /** Its path in the body: `group.id`, as the gateway names it in errors. */
  path: string;
  schema: FieldSchema;
  isRequired: boolean;
  value: unknown;
  /** `undefined` takes it out of the body. */
  change: (value: unknown) => void;
  errors: Record<string, string>;
}

/** The input that suits the schema: no kind of task has a form of its own. */
export function CommandField(props: FieldProps): React.JSX.Element {
  const { schema } = props;
  if (schema.type === 'boolean') return <YesNo {...props} />;
  if (schema.type === 'object' && schema.properties) return <Fields {...props} properties={schema.properties} />;
  return <Labelled {...props} />;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function Labelled(props: FieldProps): React.JSX.Element {
  const { path, schema, isRequired, errors } = props;
  const [problem, setProblem] = useState<string>();
  const limits = limitsText(schema);
  return (
    <Field
      label={`${nameOf(path)}${isRequired ? ' (required)' : ''}`}
      error={errors[path] ?? problem}
      hint={
        <>
          {schema.description}
          {limits && <> · {limits}</>}
        </>
      }
    >
      {(input) => <Input {...props} input={input} setProblem={setProblem} />}
    </Field>
  );
}

interface InputOf extends FieldProps {
  input: InputProps;
  setProblem: (problem: string | undefined) => void;
}

function Input({ input, setProblem, schema, value, change, isRequired }: InputOf): React.JSX.Element {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const common = { ...input, 'aria-required': isRequired };
  if (schema.enum)
    return (
      <select
        {...common}
        value={schema.enum.findIndex((one) => one === value)}
        onChange={({ target }) => change(schema.enum?.[Number(target.value)])}
      >
        <option value={-1}>{schema.default === undefined ? 'Not given' : `Default: ${schema.default}`}</option>
        {schema.enum.map((one, index) => (
          <option key={enumText(one)} value={index}>
            {enumText(one)}
          </option>
        ))}
      </select>
    );
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <input
        {...{ ...common, type: 'number', min: schema.minimum, max: schema.maximum, value: text }}
        step={schema.type === 'integer' ? 1 : 'any'}
        placeholder={String(schema.default ?? '')}
        onChange={({ target }) => change(numberOf(target.value))}
      />
    );
  if (schema.format === 'date')
    return <input {...common} type="date" value={text} onChange={({ target }) => change(target.value)} />;
  if (schema.format === 'date-time')
    return (
      <input
        {...common}
        type="datetime-local"
        value={utcFieldText(text)}
        onChange={({ target }) => change(instantOf(target.value))}
      />
    );
  if (schema.type === 'array')
    return (
      <textarea
        {...common}
        rows={3}
        placeholder="One in each line"
        defaultValue={Array.isArray(value) ? value.join('\n') : ''}
        onChange={({ target }) => change(itemsOf(target.value, schema.items?.type))}
      />
    );
  if (schema.type === 'object')
    return (
      <textarea
        {...{ ...common, rows: 3, placeholder: '{ … } as JSON', spellCheck: false }}
        defaultValue={value === undefined ? '' : JSON.stringify(value)}
        onChange={({ target }) => {
          const read = readJson(target.value);
          setProblem(read.problem);
          if (!read.problem) change(read.value);
        }}
      />
    );
  return (
    <input
      {...{ ...common, value: text, maxLength: schema.maxLength, autoComplete: 'off', spellCheck: false }}
      placeholder={String(schema.default ?? '')}
      onChange={({ target }) => change(target.value)}
    />
  );
}

const enumText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function readJson(text: string): { value?: unknown; problem?: string } {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? { value } : { problem: 'It must be an object: { … }' };
  } catch {
    return { problem: 'This is not JSON yet' };
  }
}

/** What is as by default is not sent. */
function YesNo({ path, schema, value, change, errors }: FieldProps): React.JSX.Element {
  const isOnByDefault = schema.default === true;
  const isOn = typeof value === 'boolean' ? value : isOnByDefault;
  return (
    <label className={styles['check']}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => change(target.checked === isOnByDefault ? undefined : target.checked)}
      />
      <span>
        <strong>{nameOf(path)}</strong>
        <span className="muted">{schema.description}</span>
        {errors[path] && (
          <span className={styles['error']} role="alert">
            {errors[path]}
          </span>
        )}
      </span>
    </label>
  );
}

/** An object of its own fields: folded, as few commands need one. */
function Fields({ properties, ...props }: FieldProps & { properties: Record<string, FieldSchema> }): React.JSX.Element {
  const { path, schema, value, change, errors } = props;
  const values = isObject(value) ? value : {};
  const hasError = Object.keys(errors).some((name) => name.startsWith(`${path}.`));
  return (
    <details className={styles['fold']} open={hasError || Object.keys(values).length > 0 || undefined}>
      <summary>
        <strong>{nameOf(path)}</strong> <span className="muted">{schema.description}</span>
      </summary>
      <div className={styles['fields']}>
        {errors[path] && (
          <span className={styles['error']} role="alert">
            {errors[path]}
          </span>
        )}
        {Object.entries(properties).map(([name, one]) => (
          <CommandField
            key={name}
            path={`${path}.${name}`}
            schema={one}
            isRequired={schema.required?.includes(name) ?? false}
            value={values[name]}
            change={(next) => change(withValue(values, name, next))}
            errors={errors}
          />
        ))}
      </div>
    </details>
  );
}
