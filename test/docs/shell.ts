import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testFolder } from '#rotunda/testing';
import type { RunningStack } from '../observability/running-stack.js';

const run = promisify(execFile);
const ROTUNDA = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

/**
 * What commands of a page print, typed into the shell that the page asks for, at this stack.
 *
 * @throws Error with `stdout` and `stderr` if one fails; an error of the gateway is one, for `curl` too
 */
export async function typed(commands: string, stack: RunningStack): Promise<string> {
  const folder = await testFolder();
  await writeFile(join(folder, '.curlrc'), 'fail-with-body\n');
  const here = commands
    .replaceAll('localhost:8080', new URL(stack.gateway.url).host)
    .replaceAll('<task_id>', stack.failed)
    .replaceAll('<key_file>', stack.keys.admin);
  const npx = `npx() { shift; '${process.execPath}' '${ROTUNDA}' "$@"; }`;
  const env = { PATH: process.env['PATH'], HOME: folder, CURL_HOME: folder, ROTUNDA_GATEWAY: stack.gateway.url };
  return (await run('bash', ['--norc', '-euo', 'pipefail', '-c', `${npx}\n${here}`], { env })).stdout;
}
