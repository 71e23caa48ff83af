/** As the services read a boolean. */
const YES = ['true', 't', 'yes', 'on', '1'];

/**
 * The programs besides Node that a verb of `rotunda` needs.
 *
 * @param {string[]} words what follows `rotunda`
 * @param {NodeJS.ProcessEnv} env
 */
export function needsOf(words, env) {
  if (words.includes('--help') || words.includes('-h')) return { natsServer: false, chromium: false };
  const [verb] = words;
  const runsSenate = verb === 'start' || (verb === 'worker' && words.includes('senate'));
  return {
    // `start` can use the operator's NATS; the demo never does. A single service is told where it is.
    natsServer: verb === 'demo' || (verb === 'start' && !env.NATS_URL),
    // The Senate's site may refuse plain HTTP, so that it takes a Chromium; the demo's stand-in does not refuse.
    chromium: runsSenate && YES.includes(env.ROTUNDA_ACCEPT_TERMS ?? ''),
  };
}
