import { classes } from '../../../../ui/classes.js';
import { durationText, utcText } from '../../../../ui/time-text.js';
import { lengthText, outcomeText } from './step-words.js';
import { type Span, type Step, type Timeline, ticksOf } from './steps.js';
import styles from './timeline.module.css';

interface Props {
  /** Names the table for screen readers. */
  label: string;
  timeline: Timeline;
  now: number;
}

/** Waits and attempts, drawn to scale; the same as a table for screen readers. */
export function TimelineView({ label, timeline, now }: Props): React.JSX.Element {
  return (
    <>
      <div className={styles['timeline']} aria-hidden="true">
        <Axis span={timeline} />
        {timeline.steps.map((step) => (
          <Row key={step.key} step={step} span={timeline} now={now} />
        ))}
        <div className={classes(styles['ends'], 'numbers')}>
          <span>{utcText(at(timeline.from))}</span>
          <span>{utcText(at(timeline.to))}</span>
        </div>
      </div>
      <StepTable label={label} steps={timeline.steps} now={now} />
    </>
  );
}

const at = (ms: number): string => new Date(ms).toISOString();

const place = ({ from, to }: Span, scale: Span): React.CSSProperties => {
  const length = scale.to - scale.from;
  return { left: `${((from - scale.from) / length) * 100}%`, width: `${((to - from) / length) * 100}%` };
};

const Axis = ({ span }: { span: Span }): React.JSX.Element => (
  <div className={styles['axis']}>
    {ticksOf(span).map((tick) => (
      <span key={tick} className={styles['tick']} style={{ left: `${(tick / (span.to - span.from)) * 100}%` }}>
        <span className={styles['tickText']}>{tick === 0 ? '0' : durationText(tick)}</span>
      </span>
    ))}
  </div>
);

function Row({ step, span, now }: { step: Step; span: Span; now: number }): React.JSX.Element {
  const { label, outcome, wait, run, worker, error } = step;
  return (
    <div
      className={styles['row']}
      title={[worker, error && `${error.code}: ${error.message}`].filter(Boolean).join('\n')}
    >
      <span className={styles['label']}>{label}</span>
      <span className={styles['track']}>
        {wait && (
          <span className={classes(styles['wait'], outcome === 'due' && styles['due'])} style={place(wait, span)} />
        )}
        {run && <span className={classes(styles['bar'], styles[outcome])} style={place(run, span)} />}
      </span>
      <span className={classes(styles['outcome'], 'numbers')}>
        <span className={styles[`${outcome}Text`]}>{outcomeText(step)}</span> {lengthText(step, now)}
      </span>
    </div>
  );
}

const StepTable = ({ label, steps, now }: { label: string; steps: Step[]; now: number }): React.JSX.Element => (
  // A table itself would keep its width.
  <div className="visually-hidden">
    <table>
      <caption>{label}</caption>
      <thead>
        <tr>
          {['Step', 'Waited since', 'Started', 'Ended', 'Lasted', 'Worker', 'Outcome'].map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.key}>
            <th scope="row">{step.label}</th>
            <td>{step.wait && utcText(at(step.wait.from))}</td>
            <td>{step.run && utcText(at(step.run.from))}</td>
            <td>{step.run && step.outcome !== 'running' && utcText(at(step.run.to))}</td>
            <td>{lengthText(step, now)}</td>
            <td>{step.worker}</td>
            <td>{outcomeText(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
