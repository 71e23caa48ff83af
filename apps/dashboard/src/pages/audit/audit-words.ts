import type { Tone } from '../../ui/state-badge.js';
import type { AuditEntry } from './page.js';

const ACTORS: Record<AuditEntry['actor_kind'], string> = {
  ...{ key: 'A key', session: 'The password', open: 'Anyone', cli: 'A shell', bus: 'The bus' },
  unknown: 'Unknown',
};

/** Who it was, by name where there is one. */
export const actorText = ({ actor_kind, actor_name }: AuditEntry): string => actor_name ?? ACTORS[actor_kind];

/** What the name above can't say. */
export const ACTOR_NOTES: Record<AuditEntry['actor_kind'], string> = {
  key: 'By a key',
  session: 'By a session of a browser',
  open: 'The gateway asked nobody for a key',
  cli: 'By a command on the machine of Rotunda itself',
  bus: 'By a message on NATS',
  unknown: 'Without accepted credentials',
};

export const SOURCE_TEXTS: Record<AuditEntry['source'], string> = {
  ...{ rest: 'REST', dashboard: 'Dashboard', cli: 'Command line', bus: 'NATS' },
};

export const RESULT_TONES: Record<AuditEntry['result'], Tone> = { ok: 'good', refused: 'warning', failed: 'bad' };
