import { Option } from 'commander';

const GATEWAY = 'http://127.0.0.1:8080';

/** Which gateway the verbs of a group ask. */
export const gatewayOption = (): Option =>
  new Option('--gateway <url>', 'where it runs').env('ROTUNDA_GATEWAY').default(GATEWAY);
