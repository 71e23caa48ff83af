import { BulkController } from './bulk/bulk.controller.js';
import { BulkSteering } from './bulk/bulk-steering.js';
import { CommandSubmitter } from './commands/command-submitter.js';
import { TASK_COMMANDS_CONTROLLERS } from './commands/task-commands.controller.js';
import { UniqueCommands } from './commands/unique-commands.js';
import { TaskEvents } from './events/task-events.js';
import { TaskEventsController } from './events/task-events.controller.js';
import { SiteLayouts } from './health/site-layouts.js';
import { TasksHealthController } from './health/tasks-health.controller.js';
import { TaskHistoryController } from './history/task-history.controller.js';
import { TaskListsController } from './lists/task-lists.controller.js';
import { TaskLogLines } from './logs/task-log-lines.js';
import { TaskLogsController } from './logs/task-logs.controller.js';
import { QueueController } from './queue/queue.controller.js';
import { TaskLookup } from './lookup/task-lookup.js';
import { TaskFilterReader } from './search/task-filters.js';
import { TaskHistory } from './search/task-history.js';
import { TaskStatusController } from './status/task-status.controller.js';
import { TaskCancelController } from './steering/task-cancel.controller.js';
import { TaskSteering } from './steering/task-steering.js';
import { TaskSteeringController } from './steering/task-steering.controller.js';
import { TaskWhy } from './steering/task-why.js';

export const TASK_CONTROLLERS = [
  ...TASK_COMMANDS_CONTROLLERS,
  TaskStatusController,
  TaskCancelController,
  TaskSteeringController,
  BulkController,
  TaskListsController,
  QueueController,
  TasksHealthController,
  TaskEventsController,
  TaskHistoryController,
  TaskLogsController,
];

export const TASK_PROVIDERS = [
  CommandSubmitter,
  UniqueCommands,
  TaskLookup,
  TaskHistory,
  TaskFilterReader,
  TaskEvents,
  TaskLogLines,
  TaskSteering,
  BulkSteering,
  TaskWhy,
  SiteLayouts,
];
