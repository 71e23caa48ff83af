/** A unit's name in Grafana. */
export type Unit = 'short' | 's' | 'bytes' | 'percentunit' | 'dateTimeFromNow';

export interface Query {
  /** PromQL; may use `$chamber` and `$__rate_interval`. */
  expression: string;
  /** `{{label}}` is the label's value. */
  legend: string;
}

export interface Panel {
  title: string;
  /** What it shows, where the title does not say it all. */
  about?: string;
  /** `now`: the present values as tiles; `lines`: over time; `bars`: stacked, over time; `states`: 0 or 1, over time. */
  as: 'now' | 'lines' | 'bars' | 'states';
  unit?: Unit;
  /** From this value on a tile is orange, then red. */
  warnFrom?: number;
  badFrom?: number;
  /** Below 1 a tile is red. */
  badAtZero?: true;
  queries: Query[];
}

const CHAMBER = 'chamber=~"$chamber"';
const SERVICES = 'job=~"rotunda-.+"';
const HOUR = 3_600;

const query = (expression: string, legend: string): Query => ({ expression, legend });

/** Every copy of the gateway shows the same figures of the whole system. */
const ofSystem = (metric: string, by: string, selector = CHAMBER): Query =>
  query(`max by (${by}) (${metric}{${selector}})`, legendOf(by));

const increase = (metric: string, by: string, window: string, selector = CHAMBER): Query =>
  query(`sum by (${by}) (increase(${metric}{${selector}}[${window}]))`, legendOf(by));

/** Of the last hour: most tasks run every few minutes or once a night. */
const quantiles = (metric: string, by: string): Query[] =>
  [0.5, 0.95].map((quantile) =>
    query(
      `histogram_quantile(${quantile}, sum by (le, ${by}) (rate(${metric}_bucket{${CHAMBER}}[1h])))`,
      `${legendOf(by)} p${quantile * 100}`,
    ),
  );

const legendOf = (by: string): string =>
  by
    .split(', ')
    .map((label) => `{{${label}}}`)
    .join(' ');

/** The dashboard: its rows, each with its panels. */
export const ROWS: Record<string, Panel[]> = {
  Overview: [
    {
      title: 'Services',
      about: '1: Prometheus reads the metrics of every copy.',
      as: 'now',
      badAtZero: true,
      queries: [query(`min by (job) (up{${SERVICES}})`, '{{job}}')],
    },
    {
      title: 'NATS and Postgres',
      about: '1: they answer every service.',
      as: 'now',
      badAtZero: true,
      queries: [query('min(rotunda_nats_up)', 'NATS'), query('min(rotunda_postgres_up)', 'Postgres')],
    },
    {
      title: 'Since the last successful scrape',
      as: 'now',
      unit: 's',
      warnFrom: 26 * HOUR,
      badFrom: 50 * HOUR,
      queries: [query(`time() - max by (chamber) (rotunda_last_success_timestamp_seconds{${CHAMBER}})`, '{{chamber}}')],
    },
    { title: 'Workers', as: 'now', badAtZero: true, queries: [ofSystem('rotunda_workers', 'chamber')] },
    { title: 'Dead letters', as: 'now', warnFrom: 1, queries: [query('max(rotunda_dead_letters)', 'dead letters')] },
    {
      title: 'Alerts that fire',
      about: 'None: no data.',
      as: 'now',
      warnFrom: 1,
      queries: [query('count by (alertname) (ALERTS{alertname=~"Rotunda.+", alertstate="firing"})', '{{alertname}}')],
    },
  ],
  Tasks: [
    {
      title: 'Commands accepted within an hour, by source',
      as: 'bars',
      queries: [increase('rotunda_commands_accepted_total', 'source', '1h')],
    },
    {
      title: 'Attempts ended within an hour, by outcome',
      as: 'bars',
      queries: [increase('rotunda_task_runs_total', 'outcome', '1h')],
    },
    {
      title: 'Duration of attempts',
      about: 'Median and 95th percentile of the last hour.',
      as: 'lines',
      unit: 's',
      queries: quantiles('rotunda_task_duration_seconds', 'kind'),
    },
    {
      title: 'Wait in the queue',
      about: 'Median and 95th percentile of the last hour, up to the first attempt.',
      as: 'lines',
      unit: 's',
      queries: quantiles('rotunda_task_queue_wait_seconds', 'kind'),
    },
    { title: 'Queue depth', as: 'lines', queries: [ofSystem('rotunda_queue_depth', 'chamber, kind')] },
    {
      title: 'Oldest waiting task',
      as: 'lines',
      unit: 's',
      queries: [ofSystem('rotunda_queue_oldest_age_seconds', 'chamber, kind')],
    },
  ],
  'Workers and services': [
    {
      title: 'Since the last heartbeat',
      about: 'Well: below 10 s.',
      as: 'lines',
      unit: 's',
      queries: [ofSystem('rotunda_worker_heartbeat_age_seconds', 'worker')],
    },
    {
      title: 'Tasks running',
      as: 'lines',
      queries: [query(`sum by (chamber, kind) (rotunda_tasks_running{${CHAMBER}})`, '{{chamber}} {{kind}}')],
    },
    {
      title: 'Memory',
      as: 'lines',
      unit: 'bytes',
      queries: [query(`process_resident_memory_bytes{${SERVICES}}`, '{{job}} {{instance}}')],
    },
    {
      title: 'CPU, in cores',
      as: 'lines',
      unit: 'percentunit',
      queries: [query(`rate(process_cpu_seconds_total{${SERVICES}}[$__rate_interval])`, '{{job}} {{instance}}')],
    },
    {
      title: 'Event-loop lag, p99',
      as: 'lines',
      unit: 's',
      queries: [query(`nodejs_eventloop_lag_p99_seconds{${SERVICES}}`, '{{job}} {{instance}}')],
    },
  ],
  Schedules: [
    {
      title: 'Next fire',
      as: 'now',
      unit: 'dateTimeFromNow',
      queries: [query('max by (schedule) (rotunda_schedule_next_fire_timestamp_seconds) * 1000', '{{schedule}}')],
    },
    {
      title: 'How late the last tick was',
      as: 'lines',
      unit: 's',
      queries: [ofSystem('rotunda_schedule_lag_seconds', 'schedule', '')],
    },
    {
      title: 'Missed within a day',
      as: 'bars',
      queries: [increase('rotunda_schedule_missed_total', 'schedule', '1d', '')],
    },
  ],
  Sites: [
    {
      title: 'Requests within an hour, by status',
      as: 'bars',
      queries: [increase('rotunda_site_requests_total', 'chamber, status', '1h')],
    },
    {
      title: 'Time of requests',
      about: 'Median and 95th percentile of the last hour.',
      as: 'lines',
      unit: 's',
      queries: quantiles('rotunda_site_request_duration_seconds', 'chamber'),
    },
    {
      title: 'Wait for a turn in the site’s budget',
      about: 'Median and 95th percentile of the last hour.',
      as: 'lines',
      unit: 's',
      queries: quantiles('rotunda_site_budget_wait_seconds', 'chamber'),
    },
    {
      title: 'Breaker open, paused, layout changed',
      as: 'states',
      queries: [
        query(`1 - max by (chamber) (rotunda_site_breaker{state="closed", ${CHAMBER}})`, '{{chamber}} breaker open'),
        query(`max by (chamber) (rotunda_site_paused{${CHAMBER}})`, '{{chamber}} paused'),
        query(`max by (chamber) (rotunda_site_layout_changed{${CHAMBER}})`, '{{chamber}} layout changed'),
      ],
    },
  ],
  Data: [
    {
      title: 'Rows within a day, by outcome',
      as: 'bars',
      queries: [increase('rotunda_rows_total', 'chamber, outcome', '1d')],
    },
    {
      title: 'Filings stored within a day, by status',
      as: 'bars',
      queries: [increase('rotunda_filings_stored_total', 'chamber, status', '1d')],
    },
    { title: 'Filings, by status', as: 'lines', queries: [ofSystem('rotunda_filings', 'chamber, status')] },
    {
      title: 'Announcements behind',
      as: 'lines',
      queries: [query('max(rotunda_announcements_pending)', 'waiting')],
    },
    {
      title: 'Oldest announcement',
      as: 'lines',
      unit: 's',
      queries: [query('max(rotunda_announcements_oldest_age_seconds)', 'waiting for')],
    },
    { title: 'Open reviews', as: 'lines', queries: [ofSystem('rotunda_open_reviews', 'chamber')] },
  ],
};
