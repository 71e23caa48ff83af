import { inOneLine } from '#rotunda/contracts';

interface Attempt {
  n: number;
  error?: { code: string; message: string };
  evidence?: { url: string; status: number | null; page?: string; screenshot?: string };
}

/** What `GET tasks/{id}` says of a task, or of a group with its children; much more is in it. */
export interface ShownTask {
  id: string;
  attempts?: Attempt[];
  children?: ShownTask[];
}

/** The last attempt that failed, a line each for the error, for what the site showed, and for where that can be seen. */
export function whyItFailed({ id, attempts = [], children = [] }: ShownTask, gateway: string): string[] {
  const last = attempts.findLast(({ error }) => error !== undefined);
  return [
    ...(last ? [inOneLine(`attempt ${last.n} of ${id}: ${last.error!.code}: ${last.error!.message}`)] : []),
    ...(last?.evidence ? evidenceLines(last.evidence, gateway) : []),
    ...children.flatMap((child) => whyItFailed(child, gateway)),
  ];
}

const evidenceLines = ({ url, status, page, screenshot }: NonNullable<Attempt['evidence']>, gateway: string) => [
  inOneLine(`  asked last: ${url} (${status === null ? 'no answer' : `answered ${status}`})`),
  ...(page ? [`  page: ${gateway}${page}`] : []),
  ...(screenshot ? [`  screenshot: ${gateway}${screenshot}`] : []),
];
