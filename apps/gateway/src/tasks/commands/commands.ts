import {
  type Chamber,
  CHAMBERS,
  CheckCommand,
  type Command,
  ReparseCommand,
  ScrapeCommand,
  type TaskName,
} from '#rotunda/contracts';

/** A field as JSON Schema describes it. */
interface FieldDescription {
  type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
  format?: 'date' | 'date-time';
  pattern?: string;
  minimum?: number;
  maximum?: number;
  default?: number;
  nullable?: true;
  description: string;
  properties?: Fields;
  required?: string[];
  items?: { type: 'string'; pattern: string };
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
}

interface Fields {
  [name: string]: FieldDescription;
}

interface CommandDescription {
  schema: new () => Command;
  summary: string;
  fields: Fields;
}

const COMMON: Fields = {
  expires_at: {
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'A command that no worker took up before this instant, given with its zone, is left undone (REVOKED)',
  },
  group: {
    type: 'object',
    nullable: true,
    description: 'The group that the task is a child of',
    properties: {
      id: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$', description: 'Of the group' },
      size: { type: 'integer', minimum: 1, maximum: 1000, description: 'How many children the group has' },
      whole: { type: 'object', description: 'The command that the group was taken from; written by Rotunda' },
    },
    required: ['id', 'size'],
  },
  unique: {
    type: 'boolean',
    nullable: true,
    description: 'While an identical command is queued or running, that one is meant: the answer names its task',
  },
};

/** The commands that exist, as people and programs need them described; what they may hold is checked by their class. */
export const COMMANDS: Record<TaskName, CommandDescription> = {
  scrape: {
    schema: ScrapeCommand,
    summary: 'Collects the filings of a window of days (US Eastern, both ends included)',
    fields: {
      days_back: {
        type: 'integer',
        minimum: 1,
        maximum: 5000,
        default: 1,
        nullable: true,
        description: 'How many days before end_date the window begins',
      },
      start_date: {
        type: 'string',
        format: 'date',
        nullable: true,
        description: 'Beats days_back; 2012-01-01, when PTRs began, or later',
      },
      end_date: { type: 'string', format: 'date', nullable: true, description: 'Today in Washington unless given' },
      include_unknown: {
        type: 'boolean',
        nullable: true,
        description: 'Also takes filings of the listings that were never seen before, whatever their date',
      },
      since_last_success: {
        type: 'boolean',
        nullable: true,
        description: 'Begins no later than two weeks before the end of the last such scrape, so that no gap is left',
      },
      ...COMMON,
    },
  },
  check: {
    schema: CheckCommand,
    summary:
      'Asks whether the site’s entry pages answer and their layouts are known. A check that fails is FAILURE at once: it ' +
      'is not retried, and leaves no dead letter',
    fields: COMMON,
  },
  reparse: {
    schema: ReparseCommand,
    summary: 'Reads the archived documents anew, without the site, and reports what differs; changes it on request',
    fields: {
      external_ids: {
        type: 'array',
        items: { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$' },
        minItems: 1,
        maxItems: 1000,
        nullable: true,
        description: 'House DocIDs or Senate UUIDs; all archived filings unless given',
      },
      filed_from: { type: 'string', format: 'date', nullable: true, description: 'Filed on this day or later' },
      filed_to: { type: 'string', format: 'date', nullable: true, description: 'Filed on this day or earlier' },
      parser_version_not: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
        nullable: true,
        description: 'Only filings that another version of the parser read last',
      },
      apply: {
        type: 'boolean',
        nullable: true,
        description: 'Stores the differences; ids stay, and what was read before stays as superseded revisions',
      },
      ...COMMON,
    },
  },
};

export const bodySchema = (name: TaskName): { type: 'object'; additionalProperties: false; properties: Fields } => ({
  type: 'object',
  additionalProperties: false,
  properties: COMMANDS[name].fields,
});

/** `tasks.house.scrape`: the subject it is published on, and its name in lists. */
export const taskName = (chamber: Chamber, name: TaskName): string => `tasks.${chamber}.${name}`;

export interface RegisteredCommand {
  name: string;
  chamber: Chamber;
  summary: string;
  fields: Fields;
}

export const registeredCommands = (): RegisteredCommand[] =>
  CHAMBERS.flatMap((chamber) =>
    (Object.keys(COMMANDS) as TaskName[]).map((name) => ({
      name: taskName(chamber, name),
      chamber,
      summary: COMMANDS[name].summary,
      fields: COMMANDS[name].fields,
    })),
  );
