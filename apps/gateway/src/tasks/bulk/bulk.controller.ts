import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Audited } from '../../http/audited.js';
import { BulkSteering } from './bulk-steering.js';
import { BulkBody, BulkView } from './bulk-views.js';

const OUTCOME = ['matched', 'done', 'refused', 'remaining'];

@ApiTags('tasks')
@Controller('tasks')
export class BulkController {
  constructor(private readonly bulk: BulkSteering) {}

  @Post('retry')
  @Audited('task.retry', { answer: OUTCOME })
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary:
      'Runs many tasks again: those named, or those that match a filter and did not succeed; at most 5,000 at once',
    description:
      'As `tasks/{id}/retry` for each. A filter with `state` takes the tasks in that state instead. Repeat it while ' +
      '`remaining` is not 0; what is queued already is not queued twice.',
  })
  @ApiOkResponse({ type: BulkView })
  @ApiProblems(413, 415, 422, 503)
  retry(@Body() body: BulkBody): Promise<BulkView> {
    return this.bulk.retry(body);
  }

  @Post('cancel')
  @Audited('task.cancel', { answer: OUTCOME })
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Cancels many tasks: those named, or those that match a filter and have not ended; at most 5,000 at once',
    description: 'As `tasks/cancel/{id}` for each. Repeat it while `remaining` is not 0.',
  })
  @ApiOkResponse({ type: BulkView })
  @ApiProblems(413, 415, 422, 503)
  cancel(@Body() body: BulkBody): Promise<BulkView> {
    return this.bulk.cancel(body);
  }
}
