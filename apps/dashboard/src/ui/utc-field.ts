const MINUTE_CHARACTERS = 16;

/** An instant for a field of type `datetime-local`, which has no zone: it shows UTC. Empty for what is no instant. */
export function utcFieldText(instant: string | undefined): string {
  const ms = Date.parse(instant ?? '');
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, MINUTE_CHARACTERS);
}
