// A service in miniature: writes down what happens to it, answers /health/ready, and obeys the environment.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { NAME, JOURNAL, HTTP_PORT, EXIT_WITH, IGNORE_SIGTERM } = process.env;
const note = (what) => appendFileSync(JOURNAL, `${NAME} ${what} ${process.pid}\n`);

note('started');
process.on('exit', () => note('exited'));
if (EXIT_WITH !== undefined) {
  console.log(JSON.stringify({ level: 'fatal', service: 'worker', context: 'Start', msg: 'no settings' }));
  process.exit(Number(EXIT_WITH));
}
process.on('SIGTERM', () => {
  note('SIGTERM');
  if (IGNORE_SIGTERM === undefined) process.exit(0);
});
createServer((_, response) => response.end('{}')).listen(Number(HTTP_PORT), '127.0.0.1');
