import { spawn } from 'node:child_process';

/** Lines at each end of a long output: compilers begin with the cause, `npm ci` ends with its whole manual. */
const SHOWN_AT_EACH_END = 15;

/** A failed step; the message is for people. */
export class StepError extends Error {}

/**
 * Starts a program and hides its output. The returned function waits for its end; if it failed, both ends of the output
 * are in the error.
 *
 * @param {string} title what people read while they wait for it
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {() => Promise<void>} which throws a StepError with the program's output
 */
export function startStep(title, command, args, options = {}) {
  const startedMs = Date.now();
  const ended = run(command, args, options).then((end) => ({ ...end, tookMs: Date.now() - startedMs }));
  return async () => {
    process.stderr.write(`${title} … `);
    const { code, output, tookMs } = await ended;
    process.stderr.write(code === 0 ? `${(tookMs / 1000).toFixed(1)} s\n` : 'failed\n');
    if (code !== 0) throw new StepError(`${title} failed: ${[command, ...args].join(' ')}\n${bothEnds(output)}`);
  };
}

/**
 * Runs a program and waits for its end.
 *
 * @param {Parameters<typeof startStep>} step
 * @throws {StepError} with the program's output
 */
export const runStep = (...step) => startStep(...step)();

function bothEnds(output) {
  const lines = output.trimEnd().split('\n');
  const left = lines.length - 2 * SHOWN_AT_EACH_END;
  if (left <= 0) return lines.join('\n');
  return [...lines.slice(0, SHOWN_AT_EACH_END), `… (${left} lines)`, ...lines.slice(-SHOWN_AT_EACH_END)].join('\n');
}

/**
 * A signal to us also ends the program, which would otherwise run on alone.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const forget = endWithUs(child);
    child.once('error', (error) => {
      forget();
      resolve({ code: 1, output: `${command}: ${error.message}` });
    });
    child.once('close', (code, signal) => {
      forget();
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

function endWithUs(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const handlers = signals.map((signal) => () => {
    child.kill(signal);
    child.once('close', () => process.kill(process.pid, signal));
    forget();
  });
  const forget = () => signals.forEach((signal, index) => process.off(signal, handlers[index]));
  signals.forEach((signal, index) => process.on(signal, handlers[index]));
  return forget;
}
