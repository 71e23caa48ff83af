import { execFile } from 'node:child_process';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hasPrometheus, testFolder } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { RULES_FILE, shippedRules } from './scaled-rules.js';
import { jobsOf, shippedConfig } from './shipped-config.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SERVICES = ['gateway', 'scheduler', 'house-scraper', 'senate-scraper'];
const SECRETS = { PROMETHEUS_KEY_FILE: '/dev/null', GRAFANA_PASSWORD_FILE: '/dev/null' };

interface Service {
  image: string;
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: { host_ip?: string }[];
  volumes: { type: string; source: string; read_only?: boolean }[];
}
type Stack = { services: Record<string, Service>; secrets: Record<string, { file: string }> };

const composed = async (env: Record<string, string>, ...files: string[]): Promise<Stack> => {
  const options = ['docker-compose.yml', ...files].flatMap((file) => ['-f', file]);
  const { stdout } = await run(
    'docker',
    ['compose', '--env-file', '/dev/null', ...options, 'config', '--format=json'],
    {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...env },
    },
  );
  return JSON.parse(stdout) as Stack;
};

const hasCompose = await run('docker', ['compose', 'version']).then(
  () => true,
  () => false,
);
if (!hasCompose) console.warn('No docker compose: the test of deploy/prometheus/compose.yml is skipped.');

it.skipIf(!hasPrometheus())('promtool accepts deploy/prometheus/prometheus.yml', async () => {
  const folder = await testFolder();
  const [config, key] = [join(folder, 'prometheus.yml'), join(folder, 'key')];
  await writeFile(key, 'rtd_key');
  await writeFile(config, await shippedConfig(key));
  await copyFile(RULES_FILE, join(folder, basename(RULES_FILE)));
  const { stdout } = await run('promtool', ['check', 'config', '--lint-fatal', config]);
  expect(stdout).toContain('1 rule files found');
});

it('each service is a job of the name that the alert rules know', async () => {
  const jobs = jobsOf(await shippedConfig(''));
  expect(jobs).toEqual(SERVICES.map((host) => ({ job: `rotunda-${host}`, host })));
  const rules = await shippedRules();
  expect(jobs.filter(({ job }) => !rules.includes(`job="${job}"`))).toEqual([]);
});

describe.skipIf(!hasCompose)('deploy/prometheus/compose.yml', () => {
  it('adds Prometheus and Grafana, as hardened as the services, and publishes Grafana on loopback only', async () => {
    const [plain, more] = await Promise.all([composed({}), composed(SECRETS, 'deploy/prometheus/compose.yml')]);
    const { prometheus, grafana, ...others } = more.services;
    expect(others).toEqual(plain.services);
    const { gateway } = plain.services;
    for (const service of [prometheus!, grafana!]) {
      expect(service).toMatchObject({
        read_only: gateway!.read_only,
        cap_drop: gateway!.cap_drop,
        security_opt: gateway!.security_opt,
        user: expect.stringMatching(/^1000:/),
        image: expect.stringMatching(/:v?\d+\.\d+\.\d+$/),
      });
      const mounts = service.volumes.filter(({ type }) => type === 'bind');
      expect(mounts.every(({ read_only }) => read_only)).toBe(true);
      // Docker makes a folder of a file that does not exist.
      await Promise.all(mounts.map(({ source }) => readFile(source)));
    }
    expect(prometheus!.ports).toBeUndefined();
    expect(grafana!.ports?.map(({ host_ip }) => host_ip)).toEqual(['127.0.0.1']);
  });

  it('says which file is missing', async () => {
    for (const name of Object.keys(SECRETS)) {
      const rest = Object.fromEntries(Object.entries(SECRETS).filter(([each]) => each !== name));
      await expect(composed(rest, 'deploy/prometheus/compose.yml')).rejects.toThrow(`${name} is missing a value`);
    }
  });
});
