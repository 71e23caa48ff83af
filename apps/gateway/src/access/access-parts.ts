import type { Provider } from '@nestjs/common';
import { Callers } from './callers.js';
import { Guard } from './guard.js';
import { KeysController } from './keys.controller.js';
import { Limits } from './limits.js';
import { MissingKeyNotice } from './missing-key-notice.js';
import { SessionController } from './session/session.controller.js';
import { ACCESS, type AccessConfig, accessOf } from './settings.js';
import { SignIn } from './session/sign-in.js';

export const ACCESS_CONTROLLERS = [KeysController, SessionController];

export const accessProviders = (config: AccessConfig): Provider[] => [
  { provide: ACCESS, useValue: accessOf(config) },
  ...[Callers, Limits, Guard, SignIn, MissingKeyNotice],
];
