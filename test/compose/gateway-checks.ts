import { strict as assert } from 'node:assert';

const UNAUTHORIZED = 401;
const OK = 200;

/** Without a key the gateway says that it is well, and nothing else. */
export async function expectKeyNeeded(port: number): Promise<void> {
  const statusOf = async (path: string, request?: RequestInit): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, request);
    await answer.text();
    return answer.status;
  };
  for (const path of ['/health/live', '/health/ready']) assert.equal(await statusOf(path), OK, path);
  for (const path of ['/metrics', '/api/docs', '/api/v1/workers', '/api/v1/trades']) {
    assert.equal(await statusOf(path), UNAUTHORIZED, path);
    const headers = { authorization: 'Bearer rtd_wrong' };
    assert.equal(await statusOf(path, { headers }), UNAUTHORIZED, `${path} with a wrong key`);
  }
  const command = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"days_back": 1}' };
  assert.equal(await statusOf('/api/v1/tasks/scrape/house', command), UNAUTHORIZED);
}
