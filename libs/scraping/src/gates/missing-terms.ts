/**
 * What the site demands of whoever asks it and the operator has not agreed to, with what to do about it: a string, or
 * null where nothing is missing. It holds for as long as the process lives.
 */
export const MISSING_TERMS = Symbol('missing terms');
