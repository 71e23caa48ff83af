import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseFaultPlan } from './fault-plan.js';
import { NO_FAULTS, type FaultPlan } from './faults.js';
import { type HouseSite, startHouseSite } from './house/house-site.js';
import { type SenateSite, startSenateSite } from './senate/senate-site.js';

const USAGE = `Stand-in sites of the House and of the Senate, for tests and demonstrations.
  --host ADDRESS             where to listen (127.0.0.1)
  --port NUMBER              port of the House site, 0 for a free one (0)
  --senate-port NUMBER       port of the Senate site (0)
  --senate-media-port NUMBER port of the Senate's media host (0)
  --documents DIR            serve real documents: DIR/house/listing.tsv, DIR/senate/listing.tsv and the files they
                             name; without it, documents rendered from the project's own facts
  --index listing|real       build the yearly index from the listing, or serve DIR/house/index/*.zip
  --faults SPEC              of the House site: JSON of a fault plan, or the name of a file that holds it
  --senate-faults SPEC       the same of the Senate site
`;

const { values } = parseArgs({
  options: {
    host: { type: 'string' },
    port: { type: 'string', default: '0' },
    'senate-port': { type: 'string', default: '0' },
    'senate-media-port': { type: 'string', default: '0' },
    documents: { type: 'string' },
    index: { type: 'string', default: 'listing' },
    faults: { type: 'string' },
    'senate-faults': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else await run();

async function run(): Promise<void> {
  const house = await startHouse();
  const senate = await startSenate();
  const stop = (): void => void Promise.all([house.stop(), senate.stop()]).then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const told = {
    house: { url: house.url, window: house.window, filings: house.filings },
    senate: { url: senate.url, media_url: senate.mediaUrl, window: senate.window, filings: senate.filings },
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

async function startHouse(): Promise<HouseSite> {
  return await startHouseSite({
    port: readPort('--port', values.port),
    index: readIndexMode(values.index),
    faults: await readFaults(values.faults),
    ...where(),
  });
}

async function startSenate(): Promise<SenateSite> {
  return await startSenateSite({
    port: readPort('--senate-port', values['senate-port']),
    mediaPort: readPort('--senate-media-port', values['senate-media-port']),
    faults: await readFaults(values['senate-faults']),
    ...where(),
  });
}

function where(): { host?: string; documents?: string } {
  const { host, documents } = values;
  return { ...(host !== undefined && { host }), ...(documents !== undefined && { documents }) };
}

function readPort(flag: string, text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${flag} ${text}: not a port`);
  return port;
}

function readIndexMode(text: string): 'listing' | 'real' {
  if (text !== 'listing' && text !== 'real') throw new Error(`--index ${text}: must be listing or real`);
  return text;
}

async function readFaults(spec: string | undefined): Promise<FaultPlan> {
  if (spec === undefined) return NO_FAULTS;
  const json = /^\s*[[{]/.test(spec) ? spec : await readFile(spec, 'utf8');
  return parseFaultPlan(JSON.parse(json));
}
