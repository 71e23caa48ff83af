import type { Schema } from '../api/types.js';
import type { Tone } from '../ui/state-badge.js';

type Trade = Schema<'TransactionView'>;
type Filing = Schema<'FilingView'>;

const TYPES: Record<NonNullable<Trade['type']>, string> = {
  ...{ purchase: 'Purchase', sale: 'Sale', sale_partial: 'Partial sale', exchange: 'Exchange' },
};

/** What was done; as the document has it where that was not understood. */
export const typeText = ({ type, type_raw }: Pick<Trade, 'type' | 'type_raw'>): string =>
  type ? TYPES[type] : type_raw || 'Unknown';

const OWNERS: Record<NonNullable<Trade['owner']>, string> = {
  ...{ self: 'Self', spouse: 'Spouse', joint: 'Joint', dependent: 'Dependent' },
};

/** Never "Self" by guess: an owner that the document does not tell is unknown. */
export const ownerText = ({ owner }: Pick<Trade, 'owner'>): string => (owner ? OWNERS[owner] : 'Unknown');

export const STATUSES: Record<Filing['status'], { text: string; tone: Tone }> = {
  listed: { text: 'Listed', tone: 'neutral' },
  parsed: { text: 'Read', tone: 'good' },
  paper: { text: 'Paper, not read', tone: 'neutral' },
  paper_read: { text: 'Paper, read', tone: 'good' },
  paper_review: { text: 'Paper, to review', tone: 'warning' },
  needs_review: { text: 'Needs review', tone: 'warning' },
  unavailable: { text: 'Unavailable', tone: 'warning' },
  failed: { text: 'Failed', tone: 'bad' },
};
export const FILING_STATUSES = Object.keys(STATUSES) as Filing['status'][];

/** How a report was filed. */
export const FORMATS = ['electronic', 'paper'] as const;

/** Two words where the reader may take the value for a fact. */
export const dayText = (day: string | null): string => day ?? 'Unknown';
