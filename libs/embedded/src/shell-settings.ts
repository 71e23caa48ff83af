/**
 * Removes `PGSSLMODE`, `PGOPTIONS`, `PGHOST` and the like from the environment of this process and its children. pg reads
 * from them what a URL leaves out, and would e.g. ask our own server for TLS (`PGSSLMODE=require`, or `prefer`, the
 * default of libpq), which it does not have. They are meant for the operator's database, which a process that starts a
 * server does not use.
 */
export function forgetPostgresVariables(env = ourEnvironment()): void {
  for (const name of Object.keys(env)) if (/^PG[A-Z_]+$/.test(name)) delete env[name];
}

/** The environment for our own nats-server, which must follow only its configuration file. */
export const withoutNatsVariables = (env = ourEnvironment()): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('NATS_')));

function ourEnvironment(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- none of our settings is read from it
  return process.env;
}
