/** A warning that pg 8 prints once per process; pg 9 will throw. */
const NOTICE = 'Calling client.query() when the client is already executing a query';

const refuses = (text: string): boolean => text.includes(NOTICE);

function refuseWarning(warning: Error): void {
  if (refuses(warning.message)) throw warning;
}

/** vitest runs this set-up again for each file of a process. A test file that makes pg warn fails, with the caller. */
const isListening = process.listeners('warning').some(({ name }) => name === refuseWarning.name);
if (!isListening) process.on('warning', refuseWarning);

/** @throws Error where a service made pg warn; `--trace-deprecation` in its NODE_OPTIONS names the caller */
export function refuseOverlappingQueries(output: string): void {
  if (refuses(output)) throw new Error(`A service ran several queries at once on one connection:\n${output}`);
}
