import { nearest } from '#rotunda/runtime/light';

/** What `rotunda` itself reads, and docker-compose.yml: not settings of a service. */
const OTHERS = [
  ...['ROTUNDA_GATEWAY', 'ROTUNDA_URL', 'ROTUNDA_KEY', 'NO_COLOR'],
  ...['NATS_AUTHORITY', 'NATS_PORT', 'NATS_SCHEME', 'ROTUNDA_TAG'],
];

/** A name of the environment that nothing reads, and the one that was probably meant. */
export interface Misspelling {
  name: string;
  meant: string;
}

/**
 * Names that are nearly those of settings: nothing reads them, and nothing else would say so.
 *
 * @param known names of settings
 */
export function misspellings(names: readonly string[], known: readonly string[]): Misspelling[] {
  const all = new Set([...known, ...OTHERS]);
  return names.flatMap((name) => {
    const [setting, suffix] = name.endsWith('_FILE') ? [name.slice(0, -'_FILE'.length), '_FILE'] : [name, ''];
    if (all.has(setting) || all.has(name)) return [];
    const meant = nearest(setting.toUpperCase(), [...all]);
    return meant === null ? [] : [{ name, meant: meant + suffix }];
  });
}
