import { ApiProperty } from '@nestjs/swagger';
import { TASK_NAMES, type WorkerState } from '#rotunda/contracts';

class WorkerTask {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_NAMES })
  name!: string;
}

/** A worker that has been heard of within the last 30 s. */
export class WorkerView {
  @ApiProperty({ description: 'One for each process' })
  id!: string;
  @ApiProperty({ example: 'house-scraper@host' })
  name!: string;
  @ApiProperty()
  chamber!: string;
  @ApiProperty()
  pid!: number;
  @ApiProperty()
  version!: string;
  @ApiProperty({ format: 'date-time' })
  started!: string;
  @ApiProperty({ format: 'date-time' })
  seen!: string;
  @ApiProperty({ enum: TASK_NAMES, isArray: true, description: 'What it takes' })
  tasks!: string[];
  @ApiProperty({ type: Object, required: false, description: 'What of that it is not allowed to take, and why' })
  withheld?: object;
  @ApiProperty({ type: [WorkerTask], description: 'What it has in hand' })
  active!: WorkerTask[];
  @ApiProperty({ description: 'Tasks that ended since it started' })
  processed!: number;
}

export class WorkerList {
  @ApiProperty({ type: [WorkerView] })
  workers!: WorkerView[];
}

export const presentWorker = ({ v: _version, ...worker }: WorkerState): WorkerView => worker;
