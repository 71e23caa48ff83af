import { type Command, InvalidArgumentError, Option } from 'commander';
import { readKey } from './key.js';
import { RotundaApi } from './rotunda-api.js';

const USUAL_GATEWAY = 'http://127.0.0.1:8080';

/**
 * The command, and each below it, takes `--gateway` or ROTUNDA_GATEWAY (`--url` and ROTUNDA_URL are the old names), and
 * `--key-file` or ROTUNDA_KEY_FILE.
 */
export function addGatewayOption(command: Command): Command {
  const gateway = new Option('--gateway <url>', 'URL of the gateway').env('ROTUNDA_GATEWAY').default(USUAL_GATEWAY);
  const url = new Option('--url <url>').env('ROTUNDA_URL').hideHelp();
  const keyFile = new Option('--key-file <path>', 'file with a key, or ROTUNDA_KEY in the environment');
  return command
    .addOption(gateway.argParser(readGateway))
    .addOption(url.argParser(readGateway))
    .addOption(keyFile.env('ROTUNDA_KEY_FILE'));
}

/** The API that a command asks. The command line wins over the environment, and the new name over the old one. */
export function apiOf(command: Command): RotundaApi {
  const names = ['gateway', 'url'];
  const name = ['cli', 'env'].flatMap((source) =>
    names.filter((each) => command.getOptionValueSource(each) === source),
  )[0];
  const key = readKey(command.getOptionValue('keyFile') as string | undefined);
  return new RotundaApi(command.getOptionValue(name ?? 'gateway') as string, key);
}

function readGateway(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError(`It must be a URL such as ${USUAL_GATEWAY}.`);
}
