import { readKey } from '../api/key.js';
import { RotundaApi } from '../api/rotunda-api.js';
import { savedKeyFor } from '../api/saved-keys.js';
import { childEnvironment } from '../config.js';
import { allSettings } from '../settings/setting-tables.js';
import type { Check } from './check.js';
import { dataFolder, environmentIn } from './data-folder.js';
import { examine } from './examine.js';
import type { Finding } from './finding.js';
import { mend, type Mended } from './mend.js';
import { CHECKS } from './registry.js';
import { type InstallationOptions, thisInstallation } from './this-installation.js';

export interface DoctorOptions {
  /** Names of checks; empty: all. */
  only: string[];
  fix: boolean;
  offline: boolean;
  /** The data folder of `rotunda start`. */
  data: string;
  gateway: string;
  keyFile?: string | undefined;
}

export interface Diagnosis {
  healthy: boolean;
  findings: Finding[];
  /** Only with `--fix`. */
  mended: Mended[];
}

/** Examines the installation on this machine. With `fix` it mends what is safe to mend, and examines it again. */
export async function diagnose(options: DoctorOptions): Promise<Diagnosis> {
  const checks = CHECKS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const about = await installationOf(options);
  const findings = await examineOnce(checks, about);
  if (!options.fix) return { healthy: isHealthy(findings), findings, mended: [] };
  const installation = thisInstallation(about);
  const mended = await mend(checks, findings, installation);
  await installation.close();
  // Each site was asked once already.
  const after = mended.length === 0 ? findings : await examineOnce(checks, { ...about, isOffline: true });
  return { healthy: isHealthy(after), findings: after, mended };
}

async function installationOf({ data, gateway, keyFile, offline }: DoctorOptions): Promise<InstallationOptions> {
  const folder = await dataFolder(data);
  const env = await environmentIn(folder, childEnvironment({}));
  const key = readKey(keyFile ?? env['ROTUNDA_KEY_FILE'], env) ?? savedKeyFor(gateway);
  return { env, folder, isOffline: offline, api: new RotundaApi(gateway, key), tables: await allSettings() };
}

async function examineOnce(checks: readonly Check[], about: InstallationOptions): Promise<Finding[]> {
  const installation = thisInstallation(about);
  try {
    return await examine(checks, installation);
  } finally {
    await installation.close();
  }
}

const isHealthy = (findings: readonly Finding[]): boolean => findings.every(({ level }) => level !== 'error');
