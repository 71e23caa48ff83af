/** What a key or a session may do; each role includes those before it. */
export const ROLES = ['look', 'act', 'admin'] as const;

export type Role = (typeof ROLES)[number];

export const includesRole = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);
