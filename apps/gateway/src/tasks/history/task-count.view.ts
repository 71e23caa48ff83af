import { ApiProperty } from '@nestjs/swagger';
import { TASK_STATES, type TaskStateName } from '#rotunda/contracts';
import { type StateCounts, totalOf } from '../search/task-history.js';

export class TaskCountView {
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiProperty({
    description: 'True where there are more: `count` and `states` are those of the tasks that were counted',
  })
  at_least!: boolean;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(TASK_STATES.map((state) => [state, { type: 'integer' }])),
    required: [...TASK_STATES],
    selfRequired: true,
  })
  states!: Record<TaskStateName, number>;
}

export const countView = (states: StateCounts, isCut: boolean): TaskCountView => ({
  count: totalOf(states),
  at_least: isCut,
  states: Object.fromEntries(TASK_STATES.map((state) => [state, states[state] ?? 0])) as Record<TaskStateName, number>,
});
