import { CHAMBERS } from '#rotunda/contracts';
import { type Panel, ROWS } from './panels.js';

/** Columns of Grafana's grid. */
const WIDTH = 24;
const HEIGHT = 7;
const LOW = 4;
const PER_LINE = 3;

const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };
const LEGEND = { displayMode: 'list', placement: 'bottom', showLegend: true };

const TYPES = { now: 'stat', lines: 'timeseries', bars: 'timeseries', states: 'state-timeline' } as const;

/** The dashboard for Grafana 11 or newer, of which no part depends on an installation. */
export function renderDashboard(): object {
  return {
    uid: 'rotunda',
    title: 'Rotunda',
    description: 'Generated from deploy/grafana/panels.ts: npm run grafana:dashboard',
    tags: ['rotunda'],
    schemaVersion: 39,
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-24h', to: 'now' },
    timezone: 'utc',
    templating: { list: [datasourceVariable, chamberVariable] },
    panels: panels(),
  };
}

const ALL = { text: 'All', value: '$__all' };

const datasourceVariable = { name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' };
const chamberVariable = {
  name: 'chamber',
  type: 'custom',
  query: CHAMBERS.join(),
  includeAll: true,
  allValue: '.+',
  current: ALL,
  options: [ALL, ...CHAMBERS.map((value) => ({ text: value, value }))],
};

function panels(): object[] {
  const placed: object[] = [];
  let y = 0;
  for (const [title, row] of Object.entries(ROWS)) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title,
      collapsed: false,
      gridPos: { x: 0, y, w: WIDTH, h: 1 },
      panels: [],
    });
    y += 1;
    for (const line of linesOf(row)) {
      const h = line.every(({ as }) => as === 'now') ? LOW : HEIGHT;
      const w = Math.floor(WIDTH / line.length);
      for (const [at, panel] of line.entries()) {
        placed.push({ id: placed.length + 1, ...render(panel), gridPos: { x: at * w, y, w, h } });
      }
      y += h;
    }
  }
  return placed;
}

/** Tiles share a line; of graphs at most three do, so that they can be read. */
function linesOf(row: Panel[]): Panel[][] {
  const lines = row.every(({ as }) => as === 'now') ? 1 : Math.ceil(row.length / PER_LINE);
  const perLine = Math.ceil(row.length / lines);
  return Array.from({ length: lines }, (_, line) => row.slice(line * perLine, (line + 1) * perLine));
}

const render = (panel: Panel): object => ({
  type: TYPES[panel.as],
  title: panel.title,
  ...(panel.about === undefined ? {} : { description: panel.about }),
  datasource: DATASOURCE,
  targets: panel.queries.map(({ expression, legend }, index) => ({
    refId: String.fromCharCode('A'.charCodeAt(0) + index),
    datasource: DATASOURCE,
    expr: expression,
    legendFormat: legend,
    ...(panel.as === 'now' ? { instant: true } : { range: true }),
  })),
  fieldConfig: { defaults: { unit: panel.unit ?? 'short', min: 0, ...looks(panel) }, overrides: [] },
  options: optionsOf(panel),
});

function looks(panel: Panel): object {
  if (panel.as === 'bars') {
    return { custom: { drawStyle: 'bars', fillOpacity: 60, stacking: { mode: 'normal' } } };
  }
  if (panel.as === 'lines') return { custom: { showPoints: 'never' } };
  return { color: { mode: 'thresholds' }, thresholds: { mode: 'absolute', steps: stepsOf(panel) } };
}

function stepsOf({ as, badAtZero, warnFrom, badFrom }: Panel): object[] {
  if (badAtZero)
    return [
      { color: 'red', value: null },
      { color: 'green', value: 1 },
    ];
  const warned = as === 'states' ? 1 : warnFrom;
  return [
    { color: 'green', value: null },
    ...(warned === undefined ? [] : [{ color: 'orange', value: warned }]),
    ...(badFrom === undefined ? [] : [{ color: 'red', value: badFrom }]),
  ];
}

function optionsOf({ as }: Panel): object {
  if (as === 'now') {
    return {
      reduceOptions: { calcs: ['lastNotNull'] },
      textMode: 'value_and_name',
      colorMode: 'value',
      graphMode: 'none',
    };
  }
  if (as === 'states') return { legend: { ...LEGEND, showLegend: false }, showValue: 'never', mergeValues: true };
  return { legend: LEGEND, tooltip: { mode: 'multi', sort: 'desc' } };
}
