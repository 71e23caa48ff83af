import { nkeys } from 'nats';

/** A new user's secret key, as `nk` and the `nats` CLI write it: one line, `SU…`. */
export const makeSeed = (): string => new TextDecoder().decode(nkeys.createUser().getSeed());

/** @throws Error if the text is not the seed of a user; it does not repeat the text */
export function publicKeyOf(seed: string): string {
  try {
    return nkeys.fromSeed(new TextEncoder().encode(seed)).getPublicKey();
  } catch {
    throw new Error('it has no nkey seed of a user (one line, SU…)');
  }
}
