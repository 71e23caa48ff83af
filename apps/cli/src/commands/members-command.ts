import { writeSlimFile } from '#rotunda/domain';
import { databaseSettings, maintainMembers } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { readMemberList, SOURCE } from './member-list.js';
import { importLines, matchLine } from './members-report.js';
import { Terminal } from '../terminal.js';

const settings = { DATABASE_URL: databaseSettings.DATABASE_URL };

/** The verb `members import`; returns the exit code. */
export async function importMembers(file: string, asOf?: string): Promise<number> {
  const terminal = new Terminal();
  const list = await readMemberList(file, asOf);
  for (const sentence of list.leftOut) terminal.warn(`left out: ${sentence}`);
  await maintainMembers(readConfiguration(settings).DATABASE_URL, async ({ members, matching }) => {
    for (const line of importLines(await members.import(list))) terminal.say(line);
    terminal.say(matchLine(await matching.matchAll()));
  });
  return 0;
}

/** The verb `members match`; returns the exit code. */
export async function matchMembers(): Promise<number> {
  const { DATABASE_URL } = readConfiguration(settings);
  const report = await maintainMembers(DATABASE_URL, ({ matching }) => matching.matchAll());
  new Terminal().say(matchLine(report));
  return 0;
}

/** The verb `members slim`; returns the exit code. */
export async function slimMembers(file: string, asOf: string): Promise<number> {
  const { members, leftOut } = await readMemberList(file, asOf);
  for (const sentence of leftOut) new Terminal().warn(`left out: ${sentence}`);
  await new Promise((written) => process.stdout.write(writeSlimFile(members, asOf, SOURCE), written));
  return 0;
}
