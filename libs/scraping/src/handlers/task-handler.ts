import 'reflect-metadata';
import { type Chamber, type CommandOf, kindsOf, type ResultOf, type TaskName } from '#rotunda/contracts';
import type { RunningTask } from '#rotunda/tasks';
import { Injectable, type Type } from '@nestjs/common';

/** Runs the tasks of a kind. One instance per process, with its dependencies injected. */
export interface TaskHandler<N extends TaskName = TaskName> {
  /** Returns the task's result, or throws: the error's class says whether to retry (`TaskFailure`). */
  run(task: RunningTask<CommandOf<N>>): Promise<ResultOf<N>>;
}

/** Its kind is known only from its `@Handles`. */
export type HandlerClass = Type<object>;

const KIND = Symbol('kind of task');

/** Marks the class that handles a kind of task. */
export const Handles =
  <N extends TaskName>(name: N) =>
  (handler: new (...args: never[]) => TaskHandler<N>): void => {
    Injectable()(handler);
    Reflect.defineMetadata(KIND, name, handler);
  };

/**
 * The handler class of each kind of the chamber.
 *
 * @throws Error that says what to do, where a kind has no handler or several, or a class handles no kind of the chamber
 */
export function handlersOf(chamber: Chamber, classes: readonly HandlerClass[]): Map<TaskName, HandlerClass> {
  const kinds = kindsOf(chamber);
  const strangers = classes.filter((handler) => !kinds.some((name) => handles(handler, name)));
  const complaints = strangers.map(
    ({ name }) => `${name} handles no kind of the ${chamber}: correct its @Handles or the kind's chambers`,
  );
  const handlers = new Map<TaskName, HandlerClass>();
  for (const name of kinds) {
    const [handler, ...others] = classes.filter((one) => handles(one, name));
    if (!handler) {
      complaints.push(`${name} has no handler: add a class with @Handles('${name}') to the ${chamber}’s handlers`);
    } else if (others.length > 0) {
      const names = [handler, ...others].map((one) => one.name).join(' and ');
      complaints.push(`${names} both handle ${name}: keep only one in the ${chamber}’s handlers`);
    } else handlers.set(name, handler);
  }
  if (complaints.length > 0) throw new Error(`${complaints.join('; ')}.`);
  return handlers;
}

const handles = (handler: HandlerClass, name: TaskName): boolean => Reflect.getMetadata(KIND, handler) === name;
