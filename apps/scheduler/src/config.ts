import { natsSettings } from '#rotunda/messaging';
import { httpSettings, logSettings, tracingSettings } from '#rotunda/runtime';
import { planSettings, taskSettings } from '#rotunda/tasks';

export const settings = {
  ...httpSettings(8081),
  ...logSettings,
  ...tracingSettings,
  ...natsSettings,
  ...planSettings,
  TASK_MAX_RETRIES: taskSettings.TASK_MAX_RETRIES,
};
