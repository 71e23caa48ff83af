import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The repository, seen from `dist/apps/cli/src/doctor`. */
const SCRIPT = new URL('../../../../../scripts/system-programs.mjs', import.meta.url);

interface SystemPrograms {
  ensureNatsServer(): Promise<void>;
  ensureChromium(root: string): Promise<void>;
}

/**
 * Installs a program as `npm start` does, which only an installation with our scripts does.
 *
 * @returns what it did
 * @throws Error with what to do by hand
 */
export async function install(program: 'chromium' | 'nats-server'): Promise<string[]> {
  const isThere = await access(SCRIPT).then(
    () => true,
    () => false,
  );
  if (!isThere)
    throw new Error(`this installation does not install programs itself: install ${program} as its system does`);
  const scripts = (await import(SCRIPT.href)) as SystemPrograms;
  if (program === 'chromium') await scripts.ensureChromium(fileURLToPath(new URL('..', SCRIPT)));
  else await scripts.ensureNatsServer();
  return [`${program} is installed`];
}
