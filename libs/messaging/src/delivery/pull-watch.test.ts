import { describe, expect, it } from 'vitest';
import { PullWatch } from './pull-watch.js';

describe('a worker that pulls commands', () => {
  let now = 0;
  const watched = () => {
    const pulls = new PullWatch(() => now);
    return { pulls, slot: pulls.slot('tasks.house.scrape') };
  };

  it('is ready while the server answers, even that the queue is empty', () => {
    const { pulls, slot } = watched();
    for (let pull = 0; pull < 60; pull++) {
      slot.asking();
      now += 1_000;
      slot.answered();
    }
    expect(() => pulls.check()).not.toThrow();
  });

  it('is not ready once its pulls have had no answer for too long, and names the subject', () => {
    const { pulls, slot } = watched();
    for (let pull = 0; pull < 16; pull++) {
      slot.asking();
      now += 1_000;
    }
    expect(() => pulls.check()).toThrow('NATS has not answered pulls for tasks.house.scrape for 16 s');
    slot.answered();
    expect(() => pulls.check()).not.toThrow();
  });

  it('is ready while it runs a command or waits at a gate, for any length of time', () => {
    const { pulls, slot } = watched();
    slot.asking();
    slot.resting();
    now += 3_600_000;
    expect(() => pulls.check()).not.toThrow();
  });
});
