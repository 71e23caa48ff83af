import { Field } from '../../../ui/field.js';
import { SkeletonLines } from '../../../ui/notice.js';
import { ApiError } from '../../../api/problem.js';
import { FireList } from '../list/next-fires.js';
import { useWhenWords } from '../when-words.js';
import type { PartProps } from './editor-form.js';
import { usePreview } from './use-preview.js';
import styles from './editor.module.css';

/** The ticks: by a cron expression or an interval, in words and with the next ones as one types. */
export function When({ draft, change, faults }: PartProps): React.JSX.Element {
  const preview = usePreview(draft);
  const words = useWhenWords(
    draft.by === 'cron' ? { cron: draft.cron, every: null } : { cron: null, every: draft.every },
  );
  const refused = preview.error instanceof ApiError ? preview.error.fields : {};
  // The reason of what stood there before would confuse.
  const shown = { ...(!preview.isTyping && refused), ...faults };
  return (
    <div className={styles['two']}>
      <fieldset className={styles['group']}>
        <legend>When</legend>
        <div className={styles['choices']}>
          <Choice label="Cron expression" isChosen={draft.by === 'cron'} choose={() => change({ by: 'cron' })} />
          <Choice label="Interval" isChosen={draft.by === 'every'} choose={() => change({ by: 'every' })} />
        </div>
        {draft.by === 'cron' ? (
          <>
            <Field label="Cron" hint="Minute, hour, day of the month, month, weekday" error={shown['cron']}>
              {(input) => (
                <input
                  {...input}
                  value={draft.cron}
                  spellCheck={false}
                  autoComplete="off"
                  onChange={({ target }) => change({ cron: target.value })}
                />
              )}
            </Field>
            <Field label="Time zone" hint="For example UTC, America/New_York" error={shown['timezone']}>
              {(input) => (
                <>
                  <input
                    {...input}
                    value={draft.timezone}
                    list="time-zones"
                    spellCheck={false}
                    onChange={({ target }) => change({ timezone: target.value })}
                  />
                  <TimeZones />
                </>
              )}
            </Field>
          </>
        ) : (
          <Field
            label="Every"
            hint="90s, 15m, 2h or 1d. It ticks at its multiples since 1970 in UTC: 15m at :00, :15, :30 and :45"
            error={shown['every']}
          >
            {(input) => (
              <input
                {...input}
                value={draft.every}
                spellCheck={false}
                autoComplete="off"
                onChange={({ target }) => change({ every: target.value })}
              />
            )}
          </Field>
        )}
      </fieldset>
      <section className={styles['preview']} aria-label="Next ticks" aria-live="polite">
        <p className={styles['words']}>{preview.error ? '' : words}</p>
        {preview.error && !(preview.error instanceof ApiError && Object.keys(refused).length > 0) && (
          <p>{preview.error.message}</p>
        )}
        {preview.error && <p className="muted">It would never tick like this.</p>}
        {!preview.error && preview.data && <FireList fires={preview.data.next} />}
        {preview.isLoading && <SkeletonLines lines={5} />}
      </section>
    </div>
  );
}

const Choice = (props: { label: string; isChosen: boolean; choose: () => void }): React.JSX.Element => (
  <label className={styles['choice']}>
    <input type="radio" name="by" checked={props.isChosen} onChange={props.choose} />
    {props.label}
  </label>
);

const TimeZones = (): React.JSX.Element => (
  <datalist id="time-zones">
    {['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => (
      <option key={zone}>{zone}</option>
    ))}
  </datalist>
);
