import { basename } from 'node:path';
import { writeSlimFile } from '#rotunda/domain';
import { databaseSettings, maintainMembers } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { audited } from '../audited.js';
import type { Terminal } from '../terminal.js';
import { readMemberList, SOURCE } from './member-list.js';
import { importLines, matchLine } from './members-report.js';

const settings = { DATABASE_URL: databaseSettings.DATABASE_URL };

export async function importMembers(terminal: Terminal, file: string, asOf?: string): Promise<void> {
  const list = await readMemberList(file, asOf);
  for (const sentence of list.leftOut) terminal.warn(`left out: ${sentence}`);
  await maintainMembers(readConfiguration(settings).DATABASE_URL, async ({ members, matching, audit }) => {
    const action = {
      action: 'members.import',
      target: null,
      params: { file: basename(file), as_of: list.asOf },
    } as const;
    await audited(audit, action, async () => {
      for (const line of importLines(await members.import(list))) terminal.say(line);
      terminal.say(matchLine(await matching.matchAll()));
    });
  });
}

export async function matchMembers(terminal: Terminal): Promise<void> {
  const { DATABASE_URL } = readConfiguration(settings);
  await maintainMembers(DATABASE_URL, async ({ matching, audit }) => {
    const action = { action: 'members.match', target: null, params: {} } as const;
    terminal.say(matchLine(await audited(audit, action, () => matching.matchAll())));
  });
}

export async function slimMembers(terminal: Terminal, file: string, asOf: string): Promise<void> {
  const { members, leftOut } = await readMemberList(file, asOf);
  for (const sentence of leftOut) terminal.warn(`left out: ${sentence}`);
  terminal.say(writeSlimFile(members, asOf, SOURCE).trimEnd());
}
