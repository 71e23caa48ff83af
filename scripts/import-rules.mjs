import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The libraries that each library may import as `#rotunda/<name>`: docs/architecture.md. */
const LIBRARIES = {
  contracts: [],
  domain: [],
  paper: ['domain'],
  embedded: [],
  runtime: ['contracts'],
  messaging: ['contracts', 'domain', 'runtime'],
  persistence: ['contracts', 'domain', 'runtime'],
  tasks: ['contracts', 'domain', 'runtime', 'messaging'],
  scraping: ['contracts', 'domain', 'paper', 'runtime', 'messaging', 'persistence', 'tasks'],
};

/** Apps import all libraries but `testing`, and the stand-in sites only what both sides must read alike. */
const APPS = [...Object.keys(LIBRARIES)];
const STAND_INS = ['domain'];
/** The browser has the API alone. */
const DASHBOARD = [];
const FEWER = { 'apps/stand-ins': STAND_INS, 'apps/dashboard': DASHBOARD };

/** Packages that stay behind the code that wraps them. */
const PACKAGES = {
  nats: ['libs/messaging'],
  typeorm: ['libs/persistence'],
  '@nestjs/typeorm': ['libs/persistence'],
  pg: ['libs/persistence', 'libs/embedded'],
  playwright: ['apps/senate-scraper', 'apps/house-scraper'],
  pdfkit: ['apps/stand-ins'],
  pino: ['libs/runtime'],
  '@opentelemetry/api': ['libs/runtime'],
};

/** The connection itself: whoever asks NATS for something asks a stream or a bucket. */
const CONNECTION = { name: 'NatsClient', keepers: ['libs/messaging', 'libs/testing', 'apps/cli'] };
const CONNECTION_MAIN = 'libs/scraping/src/scraper/start-scraper.ts';

/** The rooms of a folder, the lowest first: a room imports those before it. docs/adr/0013-rooms.md says why. */
const ROOMS = {
  'libs/domain/src': ['members', 'lineage', 'reviews'],
  'libs/paper/src': ['image', 'forms', 'layout', 'text', 'reading', 'drawing'],
  'libs/runtime/src': ['settings', 'logs', 'tracing', 'watchdog', 'systemd'],
  'libs/messaging/src': ['access', 'connection', 'streams', 'kv', 'delivery'],
  'libs/persistence/src': [
    ...['database', 'entities', 'migrations', 'roles', 'audit', 'access', 'rows', 'reviews', 'lineage'],
    ...['members', 'filings', 'decisions', 'runs', 'queries'],
  ],
  'libs/tasks/src': ['state', 'schedules', 'sites', 'queue', 'worker'],
  'libs/scraping/src': [
    'threads',
    'paper',
    'budget',
    'fetch',
    'gates',
    'outbox',
    'scrape',
    'reparse',
    'handlers',
    'scraper',
  ],
  'libs/embedded/src': ['postgres', 'nats'],
  'apps/gateway/src': [
    ...[
      'http',
      'access',
      'audit',
      'http/server',
      'documents',
      'disclosures',
      'exports',
      'coverage',
      'members',
      'compat',
      'feeds',
      'tickers',
      'reviews',
      'sites',
      'workers',
    ],
    ...[
      'tasks/lookup',
      'tasks/views',
      'tasks/search',
      'tasks/commands',
      'schedules',
      'tasks/steering',
      'tasks/bulk',
      'dead-letters',
      'tasks/status',
      'tasks/logs',
    ],
    ...[
      'tasks/events',
      'tasks/history',
      'tasks/health',
      'tasks/lists',
      'tasks/queue',
      'tasks',
      'live',
      'background',
      'overview',
      'throughput',
      'version',
    ],
  ],
  'apps/cli/src': [
    'output',
    'api',
    'waiting',
    'members',
    'secrets',
    'setup',
    'settings',
    'stack/parts',
    'stack',
    'stack/demo',
    'doctor',
    'commands',
  ],
  'apps/dashboard/src': ['ui', 'api', 'disclosures', 'app', 'pages'],
  'apps/house-scraper/src': ['parse', 'site'],
  'apps/house-scraper/src/parse': ['pdf', 'rows', '.', 'thread'],
  'apps/senate-scraper/src': ['parse', 'site'],
  'apps/senate-scraper/src/parse': ['page', 'gif', 'rows', '.', 'thread'],
  'apps/stand-ins/src': [
    ...['scan', 'house/pdf', 'house/scan', 'house'],
    ...['senate/scan', 'senate/session', 'senate/pages', 'senate'],
  ],
};

const RULES = 'scripts/import-rules.mjs';
const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const inRepository = (path) => relative(ROOT, path).split(sep).join('/');

/** `libs/tasks` of `libs/tasks/src/queue/task-store.ts`; `test` of what lies there. */
const homeOf = (path) => path.split('/').slice(0, 2).join('/');

/** @returns {string | undefined} the fault of an import, as a sentence */
function faultOf(file, imported) {
  const home = homeOf(file);
  if (imported.startsWith('.')) {
    const target = inRepository(join(ROOT, dirname(file), imported));
    if (homeOf(target) === home) return faultBetweenRooms(file, target);
    return 'Import a library as #rotunda/<name>; no one imports an app.';
  }
  const library = /^#rotunda\/(.+?)(\/light)?$/.exec(imported)?.[1];
  if (library !== undefined) {
    const allowed = FEWER[home] ?? LIBRARIES[home.replace(/^libs\//, '')] ?? APPS;
    return allowed.includes(library) ? undefined : `${home} may not import ${imported}: see docs/architecture.md.`;
  }
  const keepers = PACKAGES[imported];
  if (keepers === undefined || keepers.includes(home)) return undefined;
  return `Only ${keepers.join(' and ')} may import ${imported}: see docs/architecture.md.`;
}

function connectionFault(file, { specifiers = [] }) {
  if (CONNECTION.keepers.includes(homeOf(file)) || file === CONNECTION_MAIN) return undefined;
  if (!specifiers.some(({ imported }) => imported?.name === CONNECTION.name)) return undefined;
  return `${CONNECTION.name} is for mains and set-up: ask a stream or a bucket (CommandQueue, KvBucket).`;
}

function faultBetweenRooms(file, target) {
  for (const [folder, rooms] of Object.entries(ROOMS)) {
    if (!file.startsWith(`${folder}/`) || !target.startsWith(`${folder}/`)) continue;
    const [from, to] = [roomOf(folder, file), roomOf(folder, target)];
    const unknown = [from, to].find((room) => room !== '.' && !rooms.includes(room));
    if (unknown !== undefined) return `${folder}/${unknown} has no place among the rooms of ${RULES}: give it one.`;
    // Without a place, what lies in the folder itself is for all rooms (settings), or puts them together (module).
    if (!rooms.includes(from) || !rooms.includes(to) || rooms.indexOf(to) <= rooms.indexOf(from)) continue;
    return `${folder}: ${from} may not import ${to}: see docs/adr/0013-rooms.md.`;
  }
  return undefined;
}

/** The innermost room of the folder that a file is in; '.' for the folder itself. */
function roomOf(folder, path) {
  const inside = dirname(path.slice(folder.length + 1));
  const rooms = ROOMS[folder].filter((room) => inside === room || inside.startsWith(`${room}/`));
  return rooms.toSorted((a, b) => a.length - b.length).at(-1) ?? inside;
}

const importRules = {
  create(context) {
    const file = inRepository(context.filename);
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const message = faultOf(file, node.source.value) ?? connectionFault(file, node);
      if (message !== undefined) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};

export default { meta: { name: 'rotunda' }, rules: { 'import-rules': importRules } };
