import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';

/** What a thread runs. */
export interface ThreadProgram {
  /** What it is for, in errors: `PDF`. */
  name: string;
  /** Its module as it is when built: `new URL('./pdf-worker.js', import.meta.url)`. It calls `serveRequests`. */
  module: URL;
  /** Of its JavaScript; WebAssembly is not covered. */
  resourceLimits: ResourceLimits;
  /** Its first message: what threads share. */
  start?: () => Promise<unknown>;
}

/** Built code loads its JavaScript. Sources (tests) need tsx in the thread too: Node 20 can't load TypeScript there. */
export function startThread({ module, resourceLimits }: ThreadProgram): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(module, { resourceLimits });
  // Loads the ES module by path: `resolve` would give the CommonJS one, which looks for its loader in the wrong folder.
  const tsxPackage = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const tsx = new URL('./dist/esm/api/index.mjs', tsxPackage).href;
  const source = module.href.replace(/\.js$/, '.ts');
  const stub = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(stub, { resourceLimits, eval: true, execArgv: ['--conditions=rotunda-source'] });
}
