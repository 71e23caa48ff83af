/** The version of the whole monorepo; a test holds it against package.json. */
export const VERSION = '0.1.0';
