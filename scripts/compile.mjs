import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * `tsc --noEmit` and `tsc -p tsconfig.build.json` in one: checks all sources and writes what the build writes. The two
 * would both check the code that is built, which is most of the work. It leaves no `.tsbuildinfo`, so it is only for a
 * first build: later ones are incremental.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
};
const configOf = (name) => ts.getParsedCommandLineOfConfigFile(`${ROOT}${name}`, {}, host);

const { fileNames, options } = configOf('tsconfig.json');
const program = ts.createProgram(fileNames, { ...options, incremental: false });
const faults = [...ts.getPreEmitDiagnostics(program)];
if (faults.length === 0) {
  const built = configOf('tsconfig.build.json').fileNames.map((name) => program.getSourceFile(name));
  faults.push(...built.flatMap((file) => program.emit(file).diagnostics));
}
process.stdout.write(
  ts.formatDiagnostics(faults, {
    getCurrentDirectory: () => ROOT,
    getCanonicalFileName: (name) => name,
    getNewLine: () => '\n',
  }),
);
process.exitCode = faults.length === 0 ? 0 : 1;
