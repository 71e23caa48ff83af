import type { Schema } from '../../api/types.js';

export type FieldSchema = Schema<'CommandFieldView'>;

/** A kind of task, of all chambers that do it. */
export interface Kind {
  name: string;
  summary: string;
  chambers: string[];
  fields: Record<string, FieldSchema>;
}

/** The registered commands by kind. `tasks.house.scrape` names the kind last. */
export function kindsOf(registered: readonly Schema<'RegisteredCommandView'>[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { name: subject, chamber, summary, fields } of registered) {
    const name = subject.slice(subject.lastIndexOf('.') + 1);
    const known = kinds.get(name);
    if (known) known.chambers.push(chamber);
    else kinds.set(name, { name, summary, chambers: [chamber], fields });
  }
  return [...kinds.values()];
}

/** At the top level `null` counts as absent: what may not be null must be given. */
export const isRequired = ({ nullable }: FieldSchema): boolean => !nullable;
