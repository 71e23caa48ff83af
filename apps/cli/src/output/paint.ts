import { styleText } from 'node:util';

/** green: well; yellow: waits or needs a look; red: failed; dim: of less interest. */
export type Colour = 'green' | 'yellow' | 'red' | 'dim' | 'bold';

/** Where text is printed. */
export interface Paper {
  /** Whether it shows colours: a terminal, unless NO_COLOR is set. */
  readonly hasColours: boolean;
  /** In characters; Infinity where nobody looks at a terminal. */
  readonly width: number;
}

export const paint = (colour: Colour | null, text: string, { hasColours }: Pick<Paper, 'hasColours'>): string =>
  colour === null || !hasColours ? text : styleText(colour, text, { validateStream: false });

const WELL = ['SUCCESS', 'healthy', 'usable', 'ok'];
const WAITS = ['PENDING', 'RETRY', 'degraded', 'partial', 'paused', 'draining'];
const FAILED = ['FAILURE', 'REVOKED', 'unhealthy', 'refused', 'failed', 'damaged'];

/** The colour of a state, in whatever list it stands. */
export function colourOf(state: string): Colour | null {
  if (WELL.includes(state)) return 'green';
  if (WAITS.includes(state)) return 'yellow';
  return FAILED.includes(state) ? 'red' : null;
}
