export interface ReceivedEvent {
  id: string | undefined;
  event: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- JSON of any shape; each test says what it expects
  data: any;
}

/** Reads server-sent events until the last one that is wanted, or the end of the stream. */
export async function readEvents(
  url: string,
  isLast: (event: ReceivedEvent) => boolean,
  headers: Record<string, string> = {},
  onOpen: () => void | Promise<void> = () => undefined,
): Promise<ReceivedEvent[]> {
  const stop = new AbortController();
  const answer = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: stop.signal });
  if (!answer.ok) throw new Error(await answer.text());
  await onOpen();
  const events: ReceivedEvent[] = [];
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
      if (!fields.has('event')) continue;
      const event = { id: fields.get('id'), event: fields.get('event')!, data: JSON.parse(fields.get('data')!) };
      events.push(event);
      if (isLast(event)) {
        stop.abort();
        return events;
      }
    }
  }
  return events;
}
