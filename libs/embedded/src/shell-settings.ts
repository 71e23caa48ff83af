/**
 * Takes `PGSSLMODE`, `PGOPTIONS`, `PGHOST` and their like out of this process's environment, and so out of that of its
 * children. pg takes from them whatever a URL leaves out, also of the connection to a server of our own: one that it
 * asks for TLS (`PGSSLMODE=require`, or `prefer`, libpq's own default), which ours does not have. They are meant for the
 * operator's database; a process that starts a server does not use that one.
 */
export function forgetPostgresVariables(env = ourEnvironment()): void {
  for (const name of Object.keys(env)) if (/^PG[A-Z_]+$/.test(name)) delete env[name];
}

/** The environment for a nats-server of our own: its configuration file is all that it goes by. */
export const withoutNatsVariables = (env = ourEnvironment()): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NATS_')));

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- not a setting of ours is read from it
  return process.env;
}
