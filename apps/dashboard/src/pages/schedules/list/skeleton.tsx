import { Skeleton, SkeletonLines } from '../../../ui/notice.js';
import { Panel } from '../../../ui/panel.js';

/** As many as Rotunda ships. */
const SHIPPED = 3;

export const SchedulesSkeleton = (): React.JSX.Element => (
  <>
    {Array.from({ length: SHIPPED }, (_, index) => (
      <Panel key={index} title={<Skeleton width="6rem" />}>
        <SkeletonLines lines={4} />
      </Panel>
    ))}
  </>
);
