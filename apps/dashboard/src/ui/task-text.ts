import { capital } from './text.js';

/** `Scrape of the House` */
export const kindText = ({ name, chamber }: { name: string; chamber: string }): string =>
  `${capital(name)} of the ${capital(chamber)}`;
