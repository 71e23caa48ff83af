/** The version of the whole monorepo; a test compares it with package.json. */
export const VERSION = '0.1.0';
