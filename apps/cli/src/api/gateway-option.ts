import { type Command, InvalidArgumentError, Option } from 'commander';
import { readKey } from './key.js';
import { RotundaApi } from './rotunda-api.js';
import { savedKeyFor } from './saved-keys.js';

/** Where a key came from: `saved` by `rotunda login`. */
export type KeySource = '--key-file' | 'ROTUNDA_KEY_FILE' | 'ROTUNDA_KEY' | 'saved';

/** A gateway, and what a command shows it. */
export interface GatewayAccess {
  gateway: string;
  key?: { text: string; source: KeySource };
}

const USUAL_GATEWAY = 'http://127.0.0.1:8080';

/**
 * The command, and each below it, takes `--gateway` or ROTUNDA_GATEWAY (`--url` and ROTUNDA_URL are the old names), and
 * `--key-file` or ROTUNDA_KEY_FILE.
 */
export function addGatewayOption(command: Command): Command {
  const { gateway, url, keyFile } = gatewayOptions();
  return command
    .addOption(gateway.env('ROTUNDA_GATEWAY').default(USUAL_GATEWAY))
    .addOption(url.env('ROTUNDA_URL').hideHelp())
    .addOption(keyFile.env('ROTUNDA_KEY_FILE'));
}

/** The same options before the first word too: `rotunda --gateway URL tasks list`. */
export function takeGatewayAnywhere(program: Command): Command {
  for (const option of Object.values(gatewayOptions())) program.addOption(option.hideHelp());
  return program;
}

function gatewayOptions(): Record<'gateway' | 'url' | 'keyFile', Option> {
  return {
    gateway: new Option('--gateway <url>', 'URL of the gateway').argParser(readGateway),
    url: new Option('--url <url>').argParser(readGateway),
    keyFile: new Option('--key-file <path>', 'file with a key, or ROTUNDA_KEY in the environment'),
  };
}

/** The API that a command asks. The command line wins over the environment, and the new name over the old one. */
export function apiOf(command: Command): RotundaApi {
  const { gateway, key } = accessOf(command);
  return new RotundaApi(gateway, key?.text);
}

/** The gateway that a command asks, with the key for it. A saved key goes to no other gateway. */
export function accessOf(command: Command): GatewayAccess {
  const gateway = gatewayOf(command);
  const file = givenOption(command, ['keyFile']);
  const given = readKey(file?.value);
  if (given !== undefined) return { gateway, key: { text: given, source: sourceOf(file) } };
  const saved = savedKeyFor(gateway);
  return { gateway, ...(saved !== undefined && { key: { text: saved, source: 'saved' } }) };
}

/** Its URL, without a slash at the end. */
export const gatewayOf = (command: Command): string => givenOption(command, ['gateway', 'url'])!.value;

/** The file that the command line names, not the environment. */
export function typedKeyFile(command: Command): string | undefined {
  const file = givenOption(command, ['keyFile']);
  return file?.source === 'cli' ? file.value : undefined;
}

interface GivenOption {
  value: string;
  source: 'cli' | 'env' | 'default';
}

function sourceOf(file: GivenOption | undefined): KeySource {
  if (file === undefined) return 'ROTUNDA_KEY';
  return file.source === 'cli' ? '--key-file' : 'ROTUNDA_KEY_FILE';
}

/** The first of these options that the command line has, of the command or of one above it. */
function givenOption(command: Command, names: readonly string[]): GivenOption | undefined {
  const commands = withParents(command);
  for (const source of ['cli', 'env', 'default'] as const) {
    for (const name of names) {
      const giver = commands.find((each) => each.getOptionValueSource(name) === source);
      if (giver) return { value: giver.getOptionValue(name) as string, source };
    }
  }
  return undefined;
}

const withParents = (command: Command): Command[] => [command, ...(command.parent ? withParents(command.parent) : [])];

function readGateway(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError(`It must be a URL such as ${USUAL_GATEWAY}.`);
}
