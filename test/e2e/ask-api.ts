/** What a gateway's API answers. @param body for a POST @throws Error with the answer, if it is an error */
export async function askApi<T>(url: string, path: string, body?: object): Promise<T> {
  const request = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const answer = await fetch(`${url}/api/v1/${path}`, request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
