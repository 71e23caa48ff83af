import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '#rotunda/embedded';
import { endsWithUs } from '#rotunda/testing';
import { askApi } from '../e2e/ask-api.js';
import { RunningCommand } from '../e2e/running-command.js';

const STAND_INS = fileURLToPath(new URL('../../dist/apps/stand-ins/src/main.js', import.meta.url));
const INTERVAL_MS = '20';

interface Sites {
  house: { url: string };
  senate: { url: string; media_url: string };
}

/** `rotunda start` in a folder of its own, with stand-ins for both sites whose faults we choose. */
export class Installation {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly command: RunningCommand,
    private readonly standIns: ChildProcess,
    readonly sites: Sites,
  ) {}

  static async start(): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'rotunda-screenshots-'));
    // Postgres, which runs as a user of its own when we are root, must get in.
    await chmod(folder, 0o755);
    const standIns = spawn(process.execPath, [STAND_INS], { stdio: ['ignore', 'pipe', 'inherit'] });
    endsWithUs(standIns);
    const [line] = (await once(createInterface({ input: standIns.stdout }), 'line')) as [string];
    const sites = JSON.parse(line) as Sites;
    const port = await freePort();
    const args = ['start', '--data', folder, '--port', String(port), '--workers', 'house=2'];
    const command = RunningCommand.run(args, settingsFor(sites));
    await command.says(/api\/docs/);
    return new Installation(`http://127.0.0.1:${port}`, folder, command, standIns, sites);
  }

  /** As the owner of the tables; with the password. */
  async databaseUrl(): Promise<string> {
    return (await readFile(join(this.folder, 'secrets', 'database-url'), 'utf8')).trim();
  }

  /** What the API answers. @param body for a POST */
  ask<T>(path: string, body?: object): Promise<T> {
    return askApi(this.url, path, body);
  }

  /** How a site misbehaves from now on: apps/stand-ins/README.md. */
  async setFaults(chamber: keyof Sites, faults: object[]): Promise<void> {
    const body = JSON.stringify({ seed: 1, faults });
    const answer = await fetch(`${this.sites[chamber].url}/__stand-in/faults`, { method: 'POST', body });
    if (!answer.ok) throw new Error(`the stand-in refuses these faults: ${await answer.text()}`);
  }

  async stop(): Promise<void> {
    this.command.kill('SIGTERM');
    await this.command.exitCode();
    this.standIns.kill();
    await rm(this.folder, { recursive: true });
  }
}

/** The terms are about real reports: a stand-in has none to accept. */
const settingsFor = ({ house, senate }: Sites): Record<string, string> => ({
  HOUSE_BASE_URL: house.url,
  SENATE_BASE_URL: senate.url,
  SENATE_MEDIA_URL: senate.media_url,
  HOUSE_REQUEST_INTERVAL_MS: INTERVAL_MS,
  SENATE_REQUEST_INTERVAL_MS: INTERVAL_MS,
  ROTUNDA_ACCEPT_TERMS: 'true',
  KEYS_REQUIRED: 'false',
});
