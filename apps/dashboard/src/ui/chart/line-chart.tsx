import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../theme.js';
import type { ChartProps } from './chart.js';
import { Readout } from './readout.js';
import { momentText, rangeText } from './scale.js';
import { heights } from './series.js';
import { plotOptions } from './plot-options.js';
import styles from './chart.module.css';

const DEFAULT_HEIGHT_PX = 180;
const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: 10, PageDown: -10 };

/** Loads uPlot: `chart.tsx` has it when it is needed. */
export default function LineChart(props: ChartProps): React.JSX.Element {
  const { shown } = useTheme();
  return <ThemedChart key={shown} {...props} />;
}

/** With the colours of the theme that is shown when it begins: a canvas keeps them. */
function ThemedChart(props: ChartProps): React.JSX.Element {
  const { label, times, series, scale, range, stepSeconds = 0, height = DEFAULT_HEIGHT_PX, cursorGroup, open } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const [index, setIndex] = useState<number | null>(null);
  const at = useRef<number | null>(null);

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const onCursor = (found: number | null): void => {
      at.current = found;
      setIndex(found);
    };
    // The series in front come first: a bar covers the foot of the one behind it.
    const tops = heights(series);
    const made = new uPlot(
      plotOptions({ element, height, series: series.toReversed(), scale, range, stepSeconds, cursorGroup, onCursor }),
      [times.map((time) => time + stepSeconds / 2), ...tops.toReversed()],
      element,
    );
    plot.current = made;
    // New data come in under the reader's cursor.
    if (at.current !== null) moveTo(made, at.current);
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.current = null;
      made.destroy();
    };
  }, [times, series, scale, range, stepSeconds, height, cursorGroup]);

  const last = times.length - 1;
  const shown = index ?? last;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && index !== null) open?.(index);
    const target = event.key === 'Home' ? 0 : event.key === 'End' ? last : shown + (STEPS[event.key] ?? NaN);
    if (Number.isNaN(target) || !plot.current) return;
    event.preventDefault();
    moveTo(plot.current, Math.max(0, Math.min(last, target)));
  };
  return (
    <figure className={styles['figure']}>
      <div
        ref={host}
        className={styles['chart']}
        {...(open && { 'data-opens': true })}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={shown}
        aria-valuetext={valueText(props, shown)}
        onKeyDown={onKeyDown}
        onClick={() => index !== null && open?.(index)}
        onBlur={() => plot.current?.setCursor({ left: -1, top: -1 })}
      />
      <Readout {...{ series, scale, index }} moment={momentOf(props, index)} />
    </figure>
  );
}

const moveTo = (plot: uPlot, index: number): void =>
  plot.setCursor({ left: plot.valToPos(plot.data[0][index]!, 'x'), top: 1 });

const momentOf = ({ times, stepSeconds, range }: ChartProps, index: number | null): string =>
  index === null ? rangeText(range, stepSeconds) : momentText(times[index] ?? range[0], stepSeconds);

/** What a screen reader says as the arrow keys go through the times. */
const valueText = (props: ChartProps, index: number): string =>
  [
    momentOf(props, index),
    ...props.series.map(({ name, values }) => {
      const value = values[index];
      return `${name} ${value === null || value === undefined ? 'unknown' : props.scale.format(value)}`;
    }),
  ].join(', ');
