import { Link, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../api/session.js';
import { buttonClass } from '../../ui/button.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { ScheduleEditor } from './editor/schedule-editor.js';
import { DamagedSchedule } from './list/damaged-schedule.js';
import { MissingSchedules } from './list/missing-schedules.js';
import { SchedulePanel } from './list/schedule-panel.js';
import { SchedulesSkeleton } from './list/skeleton.js';
import { schedulesRoute } from './route.js';
import { useSchedules } from './use-schedules.js';

export function SchedulesPage(): React.JSX.Element {
  const query = useSchedules();
  const mayAct = useMay('act');
  const { edit, new: isNew } = schedulesRoute.useSearch();
  const navigate = useNavigate();
  const close = (): void => void navigate({ to: '/schedules', search: {} });
  return (
    <Page
      title="Schedules"
      actions={
        mayAct && (
          <Link to="/schedules" search={{ new: true }} className={buttonClass({ kind: 'primary' })}>
            New schedule
          </Link>
        )
      }
    >
      <Loaded query={query} loading={<SchedulesSkeleton />}>
        {({ schedules, damaged, shipped }) => (
          <>
            {damaged.map((one) => (
              <DamagedSchedule key={one.name} {...one} isShipped={shipped.includes(one.name)} />
            ))}
            <MissingSchedules
              names={shipped.filter((name) => ![...schedules, ...damaged].some((one) => one.name === name))}
            />
            {schedules.length === 0 && damaged.length === 0 && (
              <Empty title="There are no schedules.">
                <span>Nothing runs by itself: only what somebody starts.</span>
              </Empty>
            )}
            {schedules.map((schedule) => (
              <SchedulePanel key={schedule.name} schedule={schedule} isShipped={shipped.includes(schedule.name)} />
            ))}
          </>
        )}
      </Loaded>
      {mayAct && (edit !== undefined || isNew) && <ScheduleEditor key={edit ?? ''} name={edit ?? null} close={close} />}
    </Page>
  );
}
