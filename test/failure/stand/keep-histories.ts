import { BUCKETS } from '#rotunda/contracts';
import { bucketStream, type NatsClient } from '#rotunda/messaging';

/** More than the state changes of any task here: the checker must see its whole life. */
const KEPT_REVISIONS = 1_000;

export async function keepHistories({ manager }: NatsClient): Promise<void> {
  const { config } = await manager.streams.info(bucketStream(BUCKETS.tasks));
  await manager.streams.update(config.name, { ...config, max_msgs_per_subject: KEPT_REVISIONS });
}
