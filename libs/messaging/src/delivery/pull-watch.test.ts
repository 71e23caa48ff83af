import { describe, expect, it } from 'vitest';
import { PullWatch } from './pull-watch.js';

describe('a worker that asks for commands', () => {
  let now = 0;
  const watched = () => {
    const pulls = new PullWatch(() => now);
    return { pulls, slot: pulls.slot('tasks.house.scrape') };
  };

  it('is well while the server answers, be it that there is nothing', () => {
    const { pulls, slot } = watched();
    for (let pull = 0; pull < 60; pull++) {
      slot.asking();
      now += 1_000;
      slot.answered();
    }
    expect(() => pulls.check()).not.toThrow();
  });

  it('is not ready once it asked for too long without any answer, and says for what', () => {
    const { pulls, slot } = watched();
    for (let pull = 0; pull < 16; pull++) {
      slot.asking();
      now += 1_000;
    }
    expect(() => pulls.check()).toThrow('NATS has not answered for 16 s when asked for commands of tasks.house.scrape');
    slot.answered();
    expect(() => pulls.check()).not.toThrow();
  });

  it('is well while it has a command in hand or waits at a gate, for however long', () => {
    const { pulls, slot } = watched();
    slot.asking();
    slot.resting();
    now += 3_600_000;
    expect(() => pulls.check()).not.toThrow();
  });
});
