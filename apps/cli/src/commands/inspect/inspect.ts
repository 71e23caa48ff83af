import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { RotundaApi } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { destinationOption, type NodeAnswers, type Saying, showNodes } from './nodes.js';
import { addPing } from './ping.js';
import { addReserved } from './reserved.js';

/** A task as `GET tasks/active` and `GET tasks/scheduled` list it; the answers have more fields, here and below. */
interface ListedTask {
  worker: string;
  task_id: string;
  task_name: string;
  kwargs: object;
  eta?: string;
}

/** The answer of `GET tasks/stats`. */
interface Stats {
  workers: Record<string, { chamber: string; tasks: string[]; withheld?: Record<string, string> }>;
}

interface Question {
  verb: string;
  description: string;
  ask: (api: RotundaApi, stats: Stats) => Promise<{ body: object; sayings: Saying[] }>;
}

const QUESTIONS: readonly Question[] = [
  {
    verb: 'active',
    description: 'the tasks that each worker is running',
    ask: async (api) => {
      const body = await api.get<{ active_tasks: ListedTask[] }>('/tasks/active');
      return { body, sayings: body.active_tasks.map(taskSaying) };
    },
  },
  {
    verb: 'scheduled',
    description: 'the tasks that wait for a time: retries, and what the schedules queue next',
    ask: async (api) => {
      const body = await api.get<{ scheduled_tasks: ListedTask[] }>('/tasks/scheduled');
      return { body, sayings: body.scheduled_tasks.map(taskSaying) };
    },
  },
  {
    verb: 'stats',
    description: 'each worker’s process, slots, and the tasks that it ended',
    ask: async (_, stats) => ({ body: stats, sayings: Object.entries(stats.workers).flatMap(statsSayings) }),
  },
  {
    verb: 'registered',
    description: 'the kinds of task that each worker takes, and those that it may not take now',
    ask: async (api, stats) => ({
      body: await api.get<object>('/tasks/registered'),
      sayings: Object.entries(stats.workers).flatMap(registeredSayings),
    }),
  },
];

/** What Celery's `inspect` asks its workers, over REST. */
export function addInspect(program: Command, cli: Cli): void {
  const inspect = addGatewayOption(
    program.command('inspect').description('what each worker does, as `celery inspect` shows it'),
  );
  for (const question of QUESTIONS) addQuestion(inspect, question, cli);
  addReserved(inspect, cli);
  const ping = inspect.command('ping');
  addPing(ping, cli);
  examples(ping, ['rotunda inspect ping -t 0.5', 'which workers answer within half a second']);
}

function addQuestion(inspect: Command, { verb: name, description, ask }: Question, cli: Cli): void {
  const verb = inspect
    .command(name)
    .description(description)
    .addOption(destinationOption())
    .action(async ({ destination }: { destination?: string[] }) => {
      const api = apiOf(verb);
      const stats = await api.get<Stats>('/tasks/stats');
      const answers: NodeAnswers = { ...(await ask(api, stats)), online: Object.keys(stats.workers) };
      showNodes(answers, destination, cli);
    });
  examples(
    verb,
    [`rotunda inspect ${name}`, 'of all workers'],
    [`rotunda inspect ${name} -d house-scraper@host`, 'of one worker'],
  );
}

const taskSaying = ({ worker, task_id, task_name, kwargs, eta }: ListedTask): Saying => ({
  ...{ worker, id: task_id },
  line: `* ${task_id}  ${task_name}  ${JSON.stringify(kwargs)}${eta ? `  at ${eta}` : ''}`,
});

const statsSayings = ([worker, stats]: [string, object]): Saying[] =>
  JSON.stringify(stats, null, 2)
    .split('\n')
    .map((line) => ({ worker, id: worker, line }));

const registeredSayings = ([worker, { chamber, tasks, withheld = {} }]: [string, Stats['workers'][string]]): Saying[] =>
  tasks.map((task) => {
    const [name, reason] = [`tasks.${chamber}.${task}`, withheld[task]];
    return { worker, id: name, line: `* ${name}${reason === undefined ? '' : `  (not now: ${reason})`}` };
  });
