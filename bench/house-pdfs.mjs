import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bootstrap, main, ROOT } from '../scripts/bootstrap.mjs';

/**
 * `npm run bench:pdf`: e-filed House PDFs per second with two worker threads, every field parsed, and the peak memory of
 * the process. On a shared machine wall time says little, so CPU time is shown too.
 */
const THREADS = 2;
const ROUNDS = 3;
/** As many as `rotunda parse house` reads ahead: a document of 81 pages then makes no thread wait. */
const AHEAD = 32;
const BARS = { documentsPerSecond: 100, mebibytes: 300 };
const FOLDER = join(process.env.ROTUNDA_FIXTURES ?? resolve(ROOT, '..', 'shared', 'fixtures'), 'house', 'ptr');

async function parseAll(pool, files) {
  let rows = 0;
  const waiting = [];
  const finish = async () => (rows += (await waiting.shift()).transactions.length);
  for (const file of files) {
    waiting.push(readFile(join(FOLDER, file)).then((bytes) => pool.parse(bytes)));
    if (waiting.length >= AHEAD) await finish();
  }
  while (waiting.length > 0) await finish();
  return rows;
}

async function measure(work) {
  const begin = { wallMs: performance.now(), cpu: process.cpuUsage() };
  const rows = await work();
  const { user, system } = process.cpuUsage(begin.cpu);
  return { rows, wallSeconds: (performance.now() - begin.wallMs) / 1000, cpuSeconds: (user + system) / 1e6 };
}

await main(async () => {
  if (!existsSync(FOLDER)) {
    console.log(`Skipped: no documents in ${FOLDER} (set ROTUNDA_FIXTURES to their folder)`);
    return;
  }
  await bootstrap({});
  const pool = pathToFileURL(join(ROOT, 'dist', 'apps', 'house-scraper', 'src', 'parse', 'thread', 'pdf-pool.js')).href;
  const { PdfPool } = await import(pool);
  const files = readdirSync(FOLDER).sort();
  const threads = new PdfPool({ threads: THREADS });
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { rows, wallSeconds, cpuSeconds } = await measure(() => parseAll(threads, files));
    const rate = files.length / wallSeconds;
    const unshared = (files.length / cpuSeconds) * THREADS;
    console.log(
      `round ${round}${round === 1 ? ' (threads start)' : ''}: ${files.length} documents, ${rows} rows, ` +
        `${wallSeconds.toFixed(2)} s = ${rate.toFixed(0)}/s (${(rate / BARS.documentsPerSecond).toFixed(2)} of the bar); ` +
        `${cpuSeconds.toFixed(2)} CPU-seconds = ${unshared.toFixed(0)}/s on ${THREADS} idle cores`,
    );
  }
  await threads.close();
  const mebibytes = process.resourceUsage().maxRSS / 1024;
  console.log(`peak memory: ${mebibytes.toFixed(0)} MiB (${(mebibytes / BARS.mebibytes).toFixed(2)} of the bar)`);
});
