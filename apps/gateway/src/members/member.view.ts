import { ApiProperty } from '@nestjs/swagger';
import type { Member, MemberTerm } from '#rotunda/domain';
import { writtenName } from '../disclosures/written-name.js';
import type { ListedMember, MemberAliasRecord, MemberWithFilings } from '#rotunda/persistence';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const ISO_DATE = { type: String, format: 'date' } as const;

/** One term of office. */
export class MemberTermView {
  @ApiProperty({ enum: ['senate', 'house'] })
  chamber!: string;
  @ApiProperty({ example: 'CA' })
  state!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'House only; 0 if the state is one district' })
  district!: number | null;
  @ApiProperty(NULLABLE_TEXT)
  party!: string | null;
  @ApiProperty(ISO_DATE)
  from!: string;
  @ApiProperty({ ...ISO_DATE, description: 'The planned end for some members who left early' })
  to!: string;
}

/** A member of Congress since 2012. */
export class MemberView {
  @ApiProperty({ example: 'S900001' })
  bioguide!: string;
  @ApiProperty({ description: 'As the member writes it' })
  name!: string;
  @ApiProperty()
  first!: string;
  @ApiProperty(NULLABLE_TEXT)
  middle!: string | null;
  @ApiProperty()
  last!: string;
  @ApiProperty(NULLABLE_TEXT)
  suffix!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  nickname!: string | null;
  @ApiProperty({ type: [MemberTermView], description: 'Earliest first' })
  terms!: MemberTermView[];
}

export class ListedMemberView extends MemberView {
  @ApiProperty({ type: 'integer', description: 'Filings that are matched to the member' })
  filings!: number;
  @ApiProperty({ ...ISO_DATE, nullable: true })
  last_filed_on!: string | null;
}

/** What a person decided about a filer. */
export class MemberAliasView {
  @ApiProperty({ enum: ['filer', 'filing'] })
  applies_to!: string;
  @ApiProperty({ format: 'uuid', description: 'The filing that it was decided on' })
  filing_id!: string;
  @ApiProperty({ enum: ['senate', 'house'] })
  chamber!: string;
  @ApiProperty()
  filer_name_raw!: string;
  @ApiProperty(NULLABLE_TEXT)
  state_district!: string | null;
  @ApiProperty({ ...ISO_DATE, nullable: true, description: 'First filing date that it applies to' })
  valid_from!: string | null;
  @ApiProperty({ ...ISO_DATE, nullable: true, description: 'Last filing date that it applies to' })
  valid_to!: string | null;
  @ApiProperty()
  decided_by!: string;
  @ApiProperty()
  reason!: string;
  @ApiProperty({ format: 'date-time' })
  decided_at!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When a later decision replaced it' })
  superseded_at!: string | null;
}

export class MemberCountsView {
  @ApiProperty()
  filings!: number;
  @ApiProperty({ description: 'Current transactions' })
  trades!: number;
  @ApiProperty({ ...ISO_DATE, nullable: true })
  first_filed_on!: string | null;
  @ApiProperty({ ...ISO_DATE, nullable: true })
  last_filed_on!: string | null;
}

export class MemberWithFilingsView extends MemberView {
  @ApiProperty({ type: [MemberAliasView], description: 'Decided by hand, newest first' })
  aliases!: MemberAliasView[];
  @ApiProperty()
  counts!: MemberCountsView;
}

export function presentMember(member: Member): MemberView {
  const { bioguide, terms } = member;
  const { first, middle, last, suffix, nickname } = member.name;
  return {
    bioguide,
    name: writtenName(member),
    ...{ first, middle, last, suffix, nickname },
    terms: terms.map(presentTerm),
  };
}

export const presentListedMember = (member: ListedMember): ListedMemberView => ({
  ...presentMember(member),
  filings: member.filings,
  last_filed_on: member.lastFiledOn,
});

export const presentMemberWithFilings = (member: MemberWithFilings): MemberWithFilingsView => ({
  ...presentMember(member),
  aliases: member.aliases.map(presentAlias),
  counts: {
    filings: member.counts.filings,
    trades: member.counts.trades,
    first_filed_on: member.counts.firstFiledOn,
    last_filed_on: member.counts.lastFiledOn,
  },
});

const presentTerm = ({ chamber, state, district, party, startsOn, endsOn }: MemberTerm): MemberTermView => ({
  ...{ chamber, state, district, party },
  from: startsOn,
  to: endsOn,
});

const presentAlias = (alias: MemberAliasRecord): MemberAliasView => ({
  applies_to: alias.appliesTo,
  filing_id: alias.filingId,
  chamber: alias.chamber,
  filer_name_raw: alias.filerNameRaw,
  state_district: alias.stateDistrict,
  valid_from: alias.validFrom,
  valid_to: alias.validTo,
  decided_by: alias.decidedBy,
  reason: alias.reason,
  decided_at: alias.decidedAt.toISOString(),
  superseded_at: alias.supersededAt?.toISOString() ?? null,
});
