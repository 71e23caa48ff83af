import { type Command, InvalidArgumentError } from 'commander';
import { inOneLine } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import type { Cli } from '../cli.js';
import type { Diagnosis, DoctorOptions } from '../doctor/doctor.js';
import type { Finding, Level } from '../doctor/finding.js';
import { examples } from '../output/examples.js';
import { type Colour, paint, type Paper } from '../output/paint.js';
import { STATE } from './stack.js';

const COLOURS: Record<Level, Colour> = { ok: 'green', warning: 'yellow', error: 'red' };

/** In the order of the registry, which is loaded with the verb; a test compares the two. */
export const CHECK_NAMES = [
  ...['versions', 'settings', 'files', 'secrets', 'ports', 'disk', 'memory'],
  ...['nats', 'postgres', 'clock', 'workers', 'queue', 'schedules', 'sites', 'chromium'],
];

type Options = Pick<DoctorOptions, 'fix' | 'offline' | 'data' | 'keyFile'> & { only?: string[] };

/** `rotunda doctor`: what is wrong with the installation on this machine, and how to mend it. */
export function addDoctor(program: Command, cli: Cli): void {
  const doctor = addGatewayOption(program.command('doctor'))
    .description('examine the installation on this machine; each finding says how to mend it')
    .option('--fix', 'mend what is safe to mend, and say what was done; deletes no data', false)
    .option('--only <checks>', `some checks, separated by commas: ${CHECK_NAMES.join(', ')}`, readNames)
    .option('--offline', 'ask no site', false)
    .option('--data <dir>', 'data folder of `rotunda start`', STATE)
    .action(async ({ only = [], ...options }: Options) => {
      const { diagnose } = await import('../doctor/doctor.js');
      const { gateway } = apiOf(doctor);
      const diagnosis = await diagnose({ ...options, only, gateway });
      cli.output.show(diagnosis, () => ({
        lines: linesOf(diagnosis, cli.terminal),
        quiet: faulty(diagnosis.findings).map(({ code }) => code),
      }));
      cli.exitCode = diagnosis.healthy ? 0 : 1;
    });
  examples(
    doctor,
    ['rotunda doctor', 'what is wrong here, and how to mend it'],
    ['rotunda doctor --fix', 'mend what is safe to mend'],
    ['rotunda doctor --only nats,postgres --json', 'some checks, for a program'],
  );
}

function readNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !CHECK_NAMES.includes(name));
  if (unknown === undefined) return names;
  throw new InvalidArgumentError(`There is no check "${unknown}": the checks are ${CHECK_NAMES.join(', ')}.`);
}

const faulty = (findings: readonly Finding[]): Finding[] => findings.filter(({ level }) => level !== 'ok');

function linesOf({ findings, mended }: Diagnosis, paper: Paper): string[] {
  const width = Math.max(...CHECK_NAMES.map((name) => name.length));
  const shown = findings.flatMap(({ check, level, code, message, mend }) => {
    const mark = paint(COLOURS[level], level.padEnd('warning'.length), paper);
    const what = `${mark}  ${check.padEnd(width)}  ${inOneLine(message)}`;
    if (level === 'ok') return [what];
    const indent = ' '.repeat('warning'.length + width + 4);
    return [`${what} ${paint('dim', `[${code}]`, paper)}`, `${indent}→ ${inOneLine(mend)}`];
  });
  const done = mended.flatMap(({ code, did, failed }) => [
    ...did.map((line) => `${paint('green', 'mended', paper)}   ${inOneLine(line)} [${code}]`),
    ...(failed === null ? [] : [`${paint('red', 'failed', paper)}   ${inOneLine(failed)} [${code}]`]),
  ]);
  const count = (level: Level): string => {
    const { length } = findings.filter((finding) => finding.level === level);
    return `${length} ${level}${length === 1 ? '' : 's'}`;
  };
  return [...done, ...shown, `${count('error')}, ${count('warning')}.`];
}
