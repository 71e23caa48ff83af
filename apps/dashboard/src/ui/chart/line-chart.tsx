import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../theme.js';
import styles from './chart.module.css';

export interface Series {
  name: string;
  /** A token: `--started`. */
  colour: string;
  /** One for each time; null leaves a hole. */
  values: (number | null)[];
  /** Bars instead of a line. */
  isBars?: boolean;
}

interface Props {
  /** Says what is shown, for screen readers; with the figures that matter. */
  label: string;
  /** Seconds since the epoch, ascending. */
  times: number[];
  series: Series[];
  /** A value on the axis and in the legend. */
  format: (value: number) => string;
  height?: number;
}

/** Values over time, with a cursor that reads them. Loads uPlot: import it lazily (`ui/chart/lazy-chart.tsx`). */
export default function LineChart(props: Props): React.JSX.Element {
  const { shown } = useTheme();
  return <ThemedChart key={shown} {...props} />;
}

/** With the colours of the theme that is shown when it begins: a canvas keeps them. */
function ThemedChart({ label, times, series, format, height = 180 }: Props): React.JSX.Element {
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const plot = new uPlot(
      optionsOf(element, { times, series, format, height, label }),
      dataOf(times, series),
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [times, series, format, height, label]);

  return (
    <figure>
      <div ref={host} role="img" aria-label={label} className={styles['chart']} />
      <figcaption className={styles['legend']}>
        {series.map(({ name, colour }) => (
          <span key={name} className={styles['key']}>
            <span className={styles['swatch']} style={{ background: `var(${colour})` }} />
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

const dataOf = (times: number[], series: Series[]): uPlot.AlignedData => [times, ...series.map(({ values }) => values)];

function optionsOf(element: HTMLElement, { series, format, height }: Props): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (token: string): string => resolved(element, token);
  const axis = {
    stroke: colour('--text-muted'),
    font: `12px ${style.fontFamily}`,
    grid: { stroke: colour('--border'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth || 300,
    height: height ?? 180,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { y: false, points: { size: 7 } },
    axes: [axis, { ...axis, size: 56, values: (_plot, values) => values.map((value) => format(value)) }],
    scales: { y: { range: (_plot, _min, max) => [0, max > 0 ? max * 1.1 : 1] } },
    series: [
      {},
      ...series.map(({ name, colour: token, isBars }) => ({
        label: name,
        stroke: colour(token),
        width: isBars ? 0 : 1.75,
        spanGaps: false,
        points: { show: false },
        ...(isBars && { fill: colour(token), paths: uPlot.paths.bars!({ size: [0.7, 24] }) }),
      })),
    ],
    plugins: [
      readout(
        element,
        series.map(({ name }) => name),
        format,
      ),
    ],
  };
}

/** `light-dark()` is not known to a canvas: the browser resolves it on an element. */
function resolved(element: HTMLElement, token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Says the time and the values at the cursor, as the title of the plot. */
const readout = (element: HTMLElement, names: string[], format: (value: number) => string): uPlot.Plugin => ({
  hooks: {
    setCursor: (plot) => {
      const { idx } = plot.cursor;
      if (idx === null || idx === undefined) {
        element.removeAttribute('title');
        return;
      }
      const at = new Date((plot.data[0][idx] ?? 0) * 1_000).toISOString().slice(0, 16).replace('T', ' ');
      const values = names.map((name, series) => {
        const value = plot.data[series + 1]?.[idx];
        return `${name}: ${value === null || value === undefined ? 'none' : format(value)}`;
      });
      element.title = [`${at} UTC`, ...values].join('\n');
    },
  },
});
