import { type Chamber, type MemberTerm, type Owner, seatCode, termOn, type TransactionType } from '#rotunda/domain';
import type { Trade } from '#rotunda/persistence';
import { writtenName } from '../disclosures/written-name.js';

/** The words of the Senate's form, which the vendors use for both chambers. */
const OWNER_WORDS: Record<Owner, string> = { self: 'Self', spouse: 'Spouse', joint: 'Joint', dependent: 'Child' };

/** The House's form does not say whether an "S" is all of it, the Senate's does. */
const TYPE_WORDS: Record<TransactionType, Record<Chamber, string>> = {
  purchase: { senate: 'Purchase', house: 'Purchase' },
  sale: { senate: 'Sale (Full)', house: 'Sale' },
  sale_partial: { senate: 'Sale (Partial)', house: 'Sale (Partial)' },
  exchange: { senate: 'Exchange', house: 'Exchange' },
};

/** Codes of the House that mean just what a word of the Senate means. Any other code stays a code. */
const ASSET_WORDS: Record<string, string> = {
  ST: 'Stock',
  OP: 'Stock Option',
  CS: 'Corporate Bond',
  PS: 'Non-Public Stock',
  CT: 'Cryptocurrency',
};

/** Null while it is not known: never "Self". */
export const ownerWord = ({ owner }: Trade): string | null => owner && OWNER_WORDS[owner];

export const typeWord = ({ type, filing }: Trade): string | null => type && TYPE_WORDS[type][filing.chamber];

export const assetWord = ({ assetType, filing }: Trade): string | null =>
  assetType && filing.chamber === 'house' ? (ASSET_WORDS[assetType.toUpperCase()] ?? assetType) : assetType;

/** Of an exchange both assets, as the Senate's page has them. */
export const assetText = ({ assetName, exchange }: Trade): string =>
  exchange ? `${assetName} (Exchanged) ${exchange.asset} (Received)` : assetName;

/** The band as the form writes it; what could not be read, as it is printed. */
export function amountText({ amountRaw, amountMin, amountMax, amountOver }: Trade): string {
  if (amountMin === null) return amountRaw.replaceAll(/\s+/g, ' ').trim();
  if (amountOver || amountMax === null) return `Over ${dollars(amountMin)}`;
  return amountMin === amountMax ? dollars(amountMin) : `${dollars(amountMin)} - ${dollars(amountMax)}`;
}

const dollars = (amount: number): string =>
  `$${amount.toLocaleString('en-US', { minimumFractionDigits: Number.isInteger(amount) ? 0 : 2 })}`;

/** As the member writes it; as filed while nobody knows which member it is. */
export const filerName = ({ member, filing }: Trade): string => (member ? writtenName(member) : filing.filerNameRaw);

/** The member's term when this was filed. */
export const termOf = ({ member, filing }: Trade): MemberTerm | null => member && termOn(member, filing.filedOn);

/** A seat of the House, such as `CA07`: as filed, else the one that the member held. */
export function houseSeat(trade: Trade): string | null {
  const { chamber, stateDistrict } = trade.filing;
  if (chamber !== 'house' || stateDistrict !== null) return stateDistrict;
  const term = termOf(trade);
  return term && term.district !== null ? seatCode(term.state, term.district) : null;
}
