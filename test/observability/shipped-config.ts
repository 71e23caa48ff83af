import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Target } from './prometheus.js';

export const CONFIG_FILE = fileURLToPath(new URL('../../deploy/prometheus/prometheus.yml', import.meta.url));

/** deploy/prometheus/prometheus.yml with another key file. */
export async function shippedConfig(keyFile: string): Promise<string> {
  const config = await readFile(CONFIG_FILE, 'utf8');
  return config.replace('/run/secrets/prometheus-key', keyFile);
}

/** The jobs of a configuration, and the hosts that they look up. */
export const jobsOf = (config: string): { job: string; host: string }[] =>
  [...config.matchAll(/job_name: (\S+)[^]*?dns_sd_configs: \[\{ names: \[(\S+)\]/g)].map(([, job, host]) => ({
    job: job!,
    host: host!,
  }));

/** The same configuration for services on this machine, in the time of tests. */
export function onThisMachine(config: string, targets: Target[]): string {
  const names = new Map(targets.map(({ job, address }) => [job, address]));
  return config
    .replaceAll(/_interval: 10s$/gm, '_interval: 500ms')
    .replace('rotunda.rules.yml', 'rules.yml')
    .replaceAll(/(job_name: (\S+)[^]*?)dns_sd_configs: .*/g, (_, job: string, name: string) => {
      return `${job}static_configs: [{ targets: [${names.has(name) ? `'${names.get(name)}'` : ''}] }]`;
    });
}
