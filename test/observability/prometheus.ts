import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#rotunda/embedded';
import { endsWithUs, eventually, testFolder } from '#rotunda/testing';

/** Fast enough for a test to wait for, slow enough for a busy machine. */
const INTERVAL = '500ms';
/** For a service that answers late. */
const PATIENT = '3s';

export interface Target {
  /** As in deploy/prometheus/prometheus.yml, e.g. `rotunda-gateway`. */
  job: string;
  /** `host:port` */
  address: string;
  /** Whether it may take seconds to answer. */
  isSlow?: boolean;
}

export interface Alert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  state: 'pending' | 'firing';
}

export interface Sample {
  metric: Record<string, string>;
  /** Its time and its value. */
  value: [number, string];
}

interface Rule {
  name: string;
  health: string;
  lastError?: string;
  alerts: Alert[];
}

/** A real Prometheus with short intervals. */
export class Prometheus {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly end: () => Promise<void>,
  ) {}

  /**
   * Starts it and waits until it has scraped every target.
   *
   * @param rules contents of a rule file
   * @param config contents of its own file, which loads `rules.yml`; JSON is YAML too
   */
  static async start(
    targets: Target[],
    rules: string,
    config = JSON.stringify(configFor(targets)),
  ): Promise<Prometheus> {
    const folder = await testFolder();
    const port = await freePort();
    await writeFile(join(folder, 'rules.yml'), rules);
    await writeFile(join(folder, 'prometheus.yml'), config);
    const child = spawn(
      'prometheus',
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    endsWithUs(child);
    const exited = once(child, 'exit');
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
    const prometheus = new Prometheus(`http://127.0.0.1:${port}`, folder, async () => {
      child.kill('SIGKILL');
      await exited;
    });
    try {
      await eventually('Prometheus to scrape its targets', async () => {
        if (child.exitCode !== null) throw new Error(`Prometheus has ended: ${errors}`);
        return (await prometheus.query('up').catch(() => [])).length === targets.length;
      });
    } catch (error) {
      await prometheus.stop();
      throw error;
    }
    return prometheus;
  }

  async stop(): Promise<void> {
    await this.end();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** @throws Error with Prometheus' own message, e.g. where the expression is not valid */
  async query(expression: string): Promise<Sample[]> {
    const { result } = await this.get<{ result: Sample[] }>(`query?query=${encodeURIComponent(expression)}`);
    return result;
  }

  /** The pending and firing alerts of that name, or of all names. */
  async alerts(name?: string): Promise<Alert[]> {
    const { alerts } = await this.get<{ alerts: Alert[] }>('alerts');
    return name === undefined ? alerts : alerts.filter(({ labels }) => labels['alertname'] === name);
  }

  /** The rules, with the errors of their evaluation. */
  async rules(): Promise<Rule[]> {
    const { groups } = await this.get<{ groups: { rules: Rule[] }[] }>('rules');
    return groups.flatMap(({ rules }) => rules);
  }

  /** Waits until the alert fires with these labels. */
  fires(name: string, labels: Record<string, string> = {}): Promise<Alert> {
    return eventually(`${name} to fire`, async () =>
      (await this.alerts(name)).find((alert) => alert.state === 'firing' && has(alert, labels)),
    );
  }

  /** Waits until no alert fires. */
  async quiet(): Promise<void> {
    await eventually('all alerts to clear', async () => {
      const alerts = await this.alerts();
      return alerts.every(({ state }) => state !== 'firing');
    });
  }

  private async get<T>(path: string): Promise<T> {
    const answer = await fetch(`${this.url}/api/v1/${path}`);
    const body = (await answer.json()) as { status: string; error?: string; data: T };
    if (body.status !== 'success') throw new Error(`${path}: ${body.error}`);
    return body.data;
  }
}

const has = ({ labels }: Alert, wanted: Record<string, string>): boolean =>
  Object.entries(wanted).every(([name, value]) => labels[name] === value);

function configFor(targets: Target[]): object {
  const jobs = [...new Set(targets.map(({ job }) => job))];
  const configOf = (job: string): object => {
    const ofJob = targets.filter((one) => one.job === job);
    const pace = ofJob.some(({ isSlow }) => isSlow) ? { scrape_interval: PATIENT, scrape_timeout: PATIENT } : {};
    return { job_name: job, static_configs: [{ targets: ofJob.map(({ address }) => address) }], ...pace };
  };
  return {
    global: { scrape_interval: INTERVAL, scrape_timeout: INTERVAL, evaluation_interval: INTERVAL },
    rule_files: ['rules.yml'],
    scrape_configs: jobs.map(configOf),
  };
}
