import { Logger } from '@nestjs/common';

// What services log is noise between the results of tests; ROTUNDA_TEST_LOG=1 shows it.
if (!process.env['ROTUNDA_TEST_LOG']) Logger.overrideLogger(false);
