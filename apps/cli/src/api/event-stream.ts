/** One of a stream of server-sent events. */
export interface StreamedEvent {
  id: string | undefined;
  event: string;
  data: unknown;
}

export type EventBody = AsyncIterable<Uint8Array>;

/** The events of a text/event-stream, one for each block of `field: value` lines; comments are left out. */
export async function* readEvents(body: EventBody): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string | undefined =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const [event, data] = [field('event'), field('data')];
      if (event && data) yield { id: field('id'), event, data: JSON.parse(data) };
    }
  }
}
