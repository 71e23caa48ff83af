import type { Provider, Type } from '@nestjs/common';
import { FmpController } from './fmp/fmp.controller.js';
import { NumberedPages } from './numbered-pages.js';
import { OpenBbController } from './openbb/openbb.controller.js';
import { QuiverController } from './quiver/quiver.controller.js';

export const COMPAT_CONTROLLERS: Type[] = [OpenBbController, FmpController, QuiverController];
export const COMPAT_PROVIDERS: Provider[] = [NumberedPages];
