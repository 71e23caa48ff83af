import type { PaperField } from '#rotunda/domain';

/**
 * The confidence that a field needs to be stored without a person.
 *
 * On 151 typed rows of printed forms read by eye: at these, 130 rows are stored, all right but for the spelling of 2
 * names; at 0.9 for the name, 93 and 1. Below 0.97 dates of the handwritten rows come through that are wrong. The curves
 * are in docs/adr/0019-ocr.md, the outcome is printed by `npm run accuracy`.
 */
export const THRESHOLDS: Record<PaperField, number> = {
  owner: 0.97,
  // A misspelt name is stored with its confidence, and found again by its picture; it decides nothing.
  asset_name: 0.7,
  type: 0.95,
  traded_on: 0.97,
  notified_on: 0.97,
  amount: 0.95,
};
