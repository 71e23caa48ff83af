import type { Cli } from '../cli.js';

export const sayAway = ({ terminal }: Cli): void =>
  terminal.warn('rotunda: the gateway is away; continuing when it is back');
