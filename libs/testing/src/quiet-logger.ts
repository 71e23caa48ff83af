import { Logger } from '@nestjs/common';

// The services' logs are noise between test results; ROTUNDA_TEST_LOG=1 shows them.
if (!process.env['ROTUNDA_TEST_LOG']) Logger.overrideLogger(false);
