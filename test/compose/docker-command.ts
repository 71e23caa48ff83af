import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;
const ERROR_LINES = 40;

const execute = promisify(execFile);

export interface DockerOptions {
  /** Added to our own environment. */
  env?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * Runs `docker …` in the repository and returns its stdout, without the last line end.
 *
 * @throws Error with the command and the last lines of its output
 */
export async function docker(args: readonly string[], { env = {}, signal }: DockerOptions = {}): Promise<string> {
  try {
    const { stdout } = await execute('docker', args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      maxBuffer: OUTPUT_LIMIT_BYTES,
      ...(signal && { signal }),
    });
    return stdout.trimEnd();
  } catch (error) {
    signal?.throwIfAborted();
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const shown = `${stdout}\n${stderr}`.trim().split('\n').slice(-ERROR_LINES).join('\n');
    throw new Error(`docker ${args.join(' ')} failed:\n${shown || String(error)}`, { cause: error });
  }
}

/** Why Docker can't be used, in a sentence; null where it can. */
export async function whyNoDocker(): Promise<string | null> {
  try {
    await docker(['version', '--format', '{{.Server.Version}}']);
    await docker(['compose', 'version', '--short']);
    return null;
  } catch (error) {
    const lastLine = (error as Error).message.split('\n').at(-1)!;
    return `test:compose needs a running Docker Engine with compose v2: ${lastLine}`;
  }
}
