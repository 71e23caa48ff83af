import type { Member } from '#rotunda/domain';

/** A member’s name as the member writes it, as far as that is known. */
export const writtenName = ({ name: { officialFull, first, last, suffix } }: Pick<Member, 'name'>): string =>
  officialFull ?? [first, last, suffix].filter(Boolean).join(' ');
