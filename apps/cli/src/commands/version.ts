import { VERSION } from '#rotunda/runtime/light';
import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';

/** The answer of `GET version`. */
interface GatewayVersions {
  gateway: string;
  node: string;
  nats_server: string | null;
  postgres: string | null;
}

interface Versions {
  rotunda: string;
  node: string;
  /** Null where the gateway does not tell. */
  gateway: GatewayVersions | null;
}

/** `rotunda version`, and `rotunda --version` for this command's own. */
export function addVersion(program: Command, cli: Cli): void {
  program.version(VERSION, '-V, --version', 'print the version of this command');
  const verb = addGatewayOption(program.command('version'))
    .description('the versions of this command, the gateway, nats-server, Postgres and Node')
    .action(async () => {
      const gateway = await apiOf(verb)
        .get<GatewayVersions>('/version')
        .catch((error: Error) => {
          cli.output.hint(`Only this command’s own: ${error.message}`);
          return null;
        });
      const versions: Versions = { rotunda: VERSION, node: process.versions.node, gateway };
      cli.output.list(versions, {
        rows: rowsOf(versions),
        id: ([, version]) => version ?? '-',
        empty: '',
        columns: [
          { name: 'part', cell: ([part]) => part },
          { name: 'version', cell: ([, version]) => version },
        ],
      });
    });
  examples(verb, ['rotunda version', 'what runs'], ['rotunda version --json', 'the same for a program']);
}

/** What is away has no version. */
const rowsOf = ({ rotunda, node, gateway }: Versions): [part: string, version: string | null][] => [
  ['rotunda', rotunda],
  ['its Node', node],
  ['gateway', gateway?.gateway ?? null],
  ['the gateway’s Node', gateway?.node ?? null],
  ['nats-server', gateway?.nats_server ?? null],
  ['Postgres', gateway?.postgres ?? null],
];
