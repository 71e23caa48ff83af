/**
 * The site's terms that the operator has not accepted, and what to do about it: a string, or null where nothing is
 * missing. Fixed for the life of the process.
 */
export const MISSING_TERMS = Symbol('missing terms');
