import { inOneLine } from '#rotunda/contracts/light';

interface Attempt {
  n: number;
  error?: { code: string; message: string };
  evidence?: { url: string; status: number | null; page?: string; screenshot?: string };
}

/** A task, or a group with its children, as `GET tasks/{id}` shows it; the answer has more fields. */
export interface ShownTask {
  id: string;
  attempts?: Attempt[];
  children?: ShownTask[];
}

/** Lines about the last failed attempt: its error, what the site answered, and where to see that. */
export function whyItFailed({ id, attempts = [], children = [] }: ShownTask, gateway: string): string[] {
  const last = attempts.findLast(({ error }) => error !== undefined);
  return [
    ...(last ? [inOneLine(`attempt ${last.n} of ${id}: ${last.error!.code}: ${last.error!.message}`)] : []),
    ...(last?.evidence ? evidenceLines(last.evidence, gateway) : []),
    ...children.flatMap((child) => whyItFailed(child, gateway)),
  ];
}

const evidenceLines = ({ url, status, page, screenshot }: NonNullable<Attempt['evidence']>, gateway: string) => [
  inOneLine(`  last request: ${url} (${status === null ? 'no answer' : `answered ${status}`})`),
  ...(page ? [`  page: ${gateway}${page}`] : []),
  ...(screenshot ? [`  screenshot: ${gateway}${screenshot}`] : []),
];
