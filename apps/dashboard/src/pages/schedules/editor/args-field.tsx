import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../../../api/client.js';
import type { Schema } from '../../../api/types.js';
import { Button } from '../../../ui/button.js';
import { Field } from '../../../ui/field.js';
import { argsOf } from './draft.js';
import type { PartProps } from './editor-form.js';
import { ArgInput } from './arg-input.js';
import styles from './editor.module.css';

export type CommandField = Schema<'CommandFieldView'>;

/** An instant makes no sense in a command that is sent again and again, and Rotunda itself writes objects. */
const hasInput = ({ type, format }: CommandField): boolean => type !== 'object' && format !== 'date-time';

/** The command's fields: a form by its schema, or the JSON itself. */
export function ArgsField({ draft, change, faults }: PartProps): React.JSX.Element {
  const [isJson, setJson] = useState(false);
  const args = argsOf(draft.args);
  const fields = useFields(draft.task);
  const set = (name: string, value: unknown): void => {
    const { [name]: _before, ...rest } = args ?? {};
    change({ args: JSON.stringify(value === undefined ? rest : { ...rest, [name]: value }, null, 2) });
  };
  const names = Object.keys(fields ?? {});
  const isOther = args === null || Object.keys(args).some((name) => !names.includes(name));
  const showsJson = isJson || isOther || fields === null;
  return (
    <fieldset className={styles['group']}>
      <legend>Arguments</legend>
      {showsJson ? (
        <Field
          label="As JSON"
          hint={names.length > 0 ? `Fields: ${names.join(', ')}` : 'The fields of the command'}
          error={faults['args'] ?? (args === null ? 'This is not a JSON object. An empty one is {}.' : undefined)}
        >
          {(input) => (
            <textarea
              {...input}
              rows={5}
              value={draft.args}
              spellCheck={false}
              onChange={({ target }) => change({ args: target.value })}
            />
          )}
        </Field>
      ) : (
        <>
          <div className={styles['two']}>
            {Object.entries(fields).map(([name, field]) => (
              <ArgInput key={name} name={name} field={field} value={args[name]} set={(value) => set(name, value)} />
            ))}
          </div>
          {faults['args'] && <span className={styles['fault']}>{faults['args']}</span>}
        </>
      )}
      {!isOther && fields !== null && (
        <div>
          <Button size="small" kind="plain" onClick={() => setJson(!isJson)}>
            {isJson ? 'As a form' : 'As JSON'}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Of a kind of task; the same for both chambers. Null while they are unknown. */
function useFields(task: string): Record<string, CommandField> | null {
  const { data } = useQuery({
    queryKey: ['registered'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/registered', { signal })),
    staleTime: Infinity,
  });
  const command = data?.registered.find(({ name }) => name.endsWith(`.${task}`));
  return command ? Object.fromEntries(Object.entries(command.fields).filter(([, field]) => hasInput(field))) : null;
}
