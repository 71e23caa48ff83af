import type { Schema } from '../../api/types.js';

type Term = Schema<'MemberTermView'>;

/** `CA`, `CA-14`; `AK-AL` where the state is one district. */
export const seatText = (term: Term | undefined): string => {
  if (!term) return 'Unknown';
  if (term.district === null) return term.state;
  return `${term.state}-${term.district === 0 ? 'AL' : String(term.district).padStart(2, '0')}`;
};
