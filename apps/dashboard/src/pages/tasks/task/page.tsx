import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '../../../api/problem.js';
import { Loaded } from '../../../ui/loaded.js';
import { Empty, Notice, SkeletonLines } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { GroupContent } from './group/group-content.js';
import { TaskContent } from './task-content.js';
import { isGroup, useTask } from './use-task.js';

const route = getRouteApi('/shell/tasks/$id');

/** All that is known of a task, or of a group of tasks. */
export function TaskPage(): React.JSX.Element {
  const { id } = route.useParams();
  // What one task's page remembers is not for the next one.
  return <KnownTask key={id} id={id} />;
}

function KnownTask({ id }: { id: string }): React.ReactNode {
  const query = useTask(id);
  const { data: found, error } = query;
  if (found) {
    const notice = error && (
      <Notice tone="warning">
        <span>This is not current: {error.message}</span>
      </Notice>
    );
    return isGroup(found) ? (
      <GroupContent group={found} notice={notice} />
    ) : (
      <TaskContent task={found} notice={notice} />
    );
  }
  if (isUnknown(error)) return <NoSuchTask id={id} />;
  return (
    <Page title={id}>
      <Loaded query={query} loading={<Loading />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

/** No task has this id; or nothing can be an id with these characters. */
const isUnknown = (error: Error | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 400);

const Loading = (): React.JSX.Element => (
  <>
    {['Timeline', 'Log'].map((title) => (
      <Panel key={title} title={title}>
        <SkeletonLines lines={5} />
      </Panel>
    ))}
  </>
);

const NoSuchTask = ({ id }: { id: string }): React.JSX.Element => (
  <Page title="Unknown task">
    <Empty title="There is no task with this id.">
      <code>{id}</code>
      <span>The id must be whole. If it was just sent by NATS, it stands here as soon as a worker has read it.</span>
      <Link to="/tasks" search={{ q: id }}>
        Tasks with this in their text
      </Link>
    </Empty>
  </Page>
);
