import { cp, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of the built code in a folder, with some sources otherwise than they are, by path in the repository. */
export async function buildWith(changes: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await cp(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'data', 'package.json']) await symlink(join(ROOT, name), join(folder, name));
  // One file at a time the compiler knows no package.json that says `"type": "module"`.
  const compilerOptions = {
    ...readConfig().options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  for (const [path, text] of changes) {
    const { outputText } = ts.transpileModule(text, { fileName: path, compilerOptions });
    await writeFile(join(folder, 'dist', path.replace(/\.ts$/, '.js')), outputText);
  }
}

/** What the compiler says of all code with the changed files, a line each. */
export function faultsOf(changes: ReadonlyMap<string, string>): string[] {
  const { options, fileNames } = readConfig();
  const sources = new Map([...changes].map(([path, text]) => [join(ROOT, path), text]));
  const host = ts.createCompilerHost(options);
  host.readFile = (path) => sources.get(path) ?? ts.sys.readFile(path);
  host.fileExists = (path) => sources.has(path) || ts.sys.fileExists(path);
  const program = ts.createProgram([...fileNames, ...sources.keys()], options, host);
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
  );
}

function readConfig(): ts.ParsedCommandLine {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.build.json'), (path) => ts.sys.readFile(path));
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT, { incremental: false, sourceMap: false });
}
