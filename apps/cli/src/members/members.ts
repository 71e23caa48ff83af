import { basename } from 'node:path';
import { writeSlimFile } from '#rotunda/domain';
import { databaseSettings, maintainMembers } from '#rotunda/persistence';
import { readConfiguration } from '#rotunda/runtime';
import { audited } from '../audited.js';
import type { Output } from '../output/output.js';
import { type ReadList, readMemberList, SOURCE } from './member-list.js';
import { importCounts, importLines, matchLine } from './members-report.js';

const settings = { DATABASE_URL: databaseSettings.DATABASE_URL };

export async function importMembers(output: Output, file: string, asOf?: string): Promise<void> {
  const list = await readMemberList(file, asOf);
  sayLeftOut(output, list);
  await maintainMembers(readConfiguration(settings).DATABASE_URL, async ({ members, matching, audit }) => {
    const action = {
      action: 'members.import',
      target: null,
      params: { file: basename(file), as_of: list.asOf },
    } as const;
    await audited(audit, action, async () => {
      const report = await members.import(list);
      const filings = await matching.matchAll();
      output.show({ members: importCounts(report), left_out: list.leftOut, filings }, () => ({
        lines: [...importLines(report), matchLine(filings)],
        quiet: [...report.added, ...report.changed.map(({ member }) => member)].map(({ bioguide }) => bioguide),
      }));
    });
  });
}

export async function matchMembers(output: Output): Promise<void> {
  const { DATABASE_URL } = readConfiguration(settings);
  await maintainMembers(DATABASE_URL, async ({ matching, audit }) => {
    const action = { action: 'members.match', target: null, params: {} } as const;
    const filings = await audited(audit, action, () => matching.matchAll());
    output.show({ filings }, () => ({ lines: [matchLine(filings)] }));
  });
}

export async function slimMembers(output: Output, file: string, asOf: string): Promise<void> {
  const list = await readMemberList(file, asOf);
  sayLeftOut(output, list);
  const text = writeSlimFile(list.members, asOf, SOURCE).trimEnd();
  output.show({ as_of: asOf, members: list.members, left_out: list.leftOut }, () => ({ lines: [text], quiet: [text] }));
}

function sayLeftOut(output: Output, { leftOut }: ReadList): void {
  for (const sentence of leftOut) output.hint(`left out: ${sentence}`);
}
