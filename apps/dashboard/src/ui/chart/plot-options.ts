import uPlot from 'uplot';
import { type Scale, tickText } from './scale.js';
import { type ColourToken, lonely, type Series } from './series.js';

const [AXIS_WIDTH_PX, AXIS_HEIGHT_PX] = [64, 28];
/** uPlot measures time in seconds. */
const SECOND_MS = 1_000;
const HEADROOM = 1.08;

interface Options {
  /** Where the canvas will be: it gets the colours and the font that hold there. */
  element: HTMLElement;
  height: number;
  series: readonly Series[];
  scale: Scale;
  /** In seconds since the epoch. */
  range: [from: number, to: number];
  stepSeconds: number;
  /** Charts with the same one share their cursor. */
  cursorGroup: string | undefined;
  onCursor: (index: number | null) => void;
}

export function plotOptions(options: Options): uPlot.Options {
  const { element, height, series, scale, range, stepSeconds, cursorGroup, onCursor } = options;
  const axis = {
    stroke: colourOf(element, '--text-muted'),
    font: `12px ${getComputedStyle(element).fontFamily}`,
    grid: { stroke: colourOf(element, '--border'), width: 1 },
    ticks: { show: false },
  };
  return {
    ...{ width: element.clientWidth, height, legend: { show: false }, padding: [6, 20, 0, 0] },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * SECOND_MS), 'Etc/UTC'),
    cursor: {
      ...{ y: false, drag: { x: false, y: false } },
      points: { size: 7, show: !series.some(({ isBars }) => isBars) },
      ...(cursorGroup !== undefined && { sync: { key: cursorGroup, setSeries: false } }),
    },
    axes: [
      { ...axis, size: AXIS_HEIGHT_PX, values: (_plot, at) => at.map((seconds) => tickText(seconds, stepSeconds)) },
      { ...axis, size: AXIS_WIDTH_PX, incrs: scale.steps, values: (_plot, values) => values.map(scale.format) },
    ],
    scales: { x: { range: () => range }, y: { range: (_plot, _least, most) => [0, most > 0 ? most * HEADROOM : 1] } },
    series: [{}, ...series.map((each) => drawn(each, colourOf(element, each.colour)))],
    hooks: { setCursor: [({ cursor: { idx } }) => onCursor(idx ?? null)] },
  };
}

const drawn = ({ name, isBars }: Series, colour: string): uPlot.Series => ({
  ...{ label: name, stroke: colour, spanGaps: false },
  ...(isBars
    ? { width: 0, fill: colour, paths: uPlot.paths.bars!({ size: [0.78, 28] }), points: { show: false } }
    : { width: 1.75, points: { show: true, size: 5, fill: colour, filter: (plot, n) => lonely([...plot.data[n]!]) } }),
});

/** `light-dark()` is not known to a canvas: the browser resolves it on an element. */
function colourOf(element: HTMLElement, token: ColourToken): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
