import { once } from 'node:events';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** The answer to a GET with its trailers, which `fetch` does not show. */
export async function openDownload(url: string, headers: Record<string, string>): Promise<IncomingMessage> {
  const ask = url.startsWith('https:') ? overHttps : overHttp;
  const asked = ask(url, { headers }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

/** An error's answer, whole. */
export const readWhole = async (answer: IncomingMessage): Promise<Response> =>
  new Response(await text(answer), { status: answer.statusCode ?? 0 });
