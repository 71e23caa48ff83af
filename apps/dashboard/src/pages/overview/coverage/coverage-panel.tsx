import { useState } from 'react';
import type { Task } from '../../../api/tasks.js';
import { Loaded } from '../../../ui/loaded.js';
import { Panel } from '../../../ui/panel.js';
import { type Cell, windowOf } from './cells.js';
import { GapDialog } from './gap-dialog.js';
import { HeatMap } from './heat-map.js';
import { Legend } from './legend.js';
import { useJustEnded } from './use-just-ended.js';
import { type ChamberCoverage, useCoverage } from './use-coverage.js';
import styles from './coverage.module.css';

interface Gap {
  chamber: ChamberCoverage;
  cell: Cell;
  today: string;
}

/** Filings by month of each chamber, and the days that no scrape has covered. */
export function CoveragePanel({ active }: { active: Task[] }): React.JSX.Element {
  const coverage = useCoverage();
  const scraping = [...active, ...useJustEnded(coverage.dataUpdatedAt)];
  const [gap, setGap] = useState<Gap | null>(null);
  return (
    <Panel title="Coverage by month of filing" actions={<Legend />}>
      <Loaded query={coverage}>
        {({ chambers, to: today }) => (
          <div className={styles['maps']}>
            {chambers.map((chamber) => (
              <HeatMap
                key={chamber.chamber}
                coverage={chamber}
                today={today}
                active={scraping
                  .filter((task) => task.chamber === chamber.chamber && task.name === 'scrape')
                  .map((task) => windowOf(task, today))}
                openGap={(cell) => setGap({ chamber, cell, today })}
              />
            ))}
          </div>
        )}
      </Loaded>
      {gap && <GapDialog {...gap} close={() => setGap(null)} />}
    </Panel>
  );
}
