import { DRAINED_EXIT_CODE } from '#rotunda/contracts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WorkerLife } from './worker-life.js';

const LIMITS = {
  TASK_HARD_LIMIT_MS: 60_000,
  WORKER_STUCK_MS: 0,
  WORKER_RECYCLE_AFTER: 0,
  WORKER_MAX_MEMORY_MB: 0,
  WORKER_MAX_TASKS: 0,
};

async function runTasks(life: WorkerLife, count: number): Promise<void> {
  for (let task = 1; task <= count; task++) await life.begin(`task-${task}`)();
}

/** A transport whose close() never resolves, as if a task were running, and the signals sent to the process. */
function underWatch(life: WorkerLife) {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  onTestFinished(() => kill.mockRestore());
  const close = vi.fn<() => Promise<void>>(() => new Promise(() => undefined));
  life.drains({ close });
  return { close, kill };
}

describe('the life of a worker', () => {
  it('recycles leaking parts after every N tasks, and continues if one can’t be replaced', async () => {
    const life = new WorkerLife({ ...LIMITS, WORKER_RECYCLE_AFTER: 10 });
    const recycle = vi.fn<() => void>();
    life.onRecycle(() => Promise.reject(new Error('the browser does not end')));
    life.onRecycle(recycle);
    await runTasks(life, 9);
    expect(recycle).not.toHaveBeenCalled();
    await runTasks(life, 11);
    expect(recycle).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['after its number of tasks', { WORKER_MAX_TASKS: 3 }, 3],
    ['past its memory', { WORKER_MAX_MEMORY_MB: 1 }, 1],
  ])(
    'ends %s: takes no more messages and sends itself one SIGTERM, even while other tasks run',
    async (_, limits, tasks) => {
      const life = new WorkerLife({ ...LIMITS, ...limits });
      const { close, kill } = underWatch(life);
      life.begin('a long one');
      await runTasks(life, tasks - 1);
      expect(kill).not.toHaveBeenCalled();
      await runTasks(life, 2);
      expect(close).toHaveBeenCalledTimes(1);
      expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']]);
    },
  );

  it.each([
    ['drain', DRAINED_EXIT_CODE],
    ['restart', 0],
  ] as const)(
    'asked to %s, lets its tasks end before it sends itself SIGTERM, and exits with %i',
    async (how, code) => {
      const life = new WorkerLife({ ...LIMITS, WORKER_MAX_TASKS: 1 });
      const { close, kill } = underWatch(life);
      let endTasks!: () => void;
      close.mockReturnValue(new Promise<void>((resolve) => (endTasks = resolve)));
      life.leave(how === 'drain' ? 'restart' : 'drain');
      life.leave(how);
      await runTasks(life, 2);
      expect(close).toHaveBeenCalledTimes(1);
      expect(kill).not.toHaveBeenCalled();
      endTasks();
      await vi.waitFor(() => expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']]));
      expect(life.exitCodeAfter(0)).toBe(code);
      expect(life.exitCodeAfter(1)).toBe(1);
    },
  );

  it('does not end without a limit', async () => {
    const life = new WorkerLife(LIMITS);
    const { close } = underWatch(life);
    await runTasks(life, 100);
    expect(close).not.toHaveBeenCalled();
  });
});
