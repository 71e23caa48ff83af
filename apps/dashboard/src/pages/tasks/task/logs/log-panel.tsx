import { useEffect, useState, useSyncExternalStore } from 'react';
import { answer, api } from '../../../../api/client.js';
import { Button } from '../../../../ui/button.js';
import { inputClass } from '../../../../ui/field.js';
import { Empty, Skeleton } from '../../../../ui/notice.js';
import { attempt } from '../../../../ui/overlays/toasts.js';
import { Panel } from '../../../../ui/panel.js';
import { countText, plural } from '../../../../ui/text.js';
import { filterLines, type Level, type LogFilter } from './log-filter.js';
import { type Log, LogStream } from './log-stream.js';
import { LogView } from './log-view.js';
import styles from './log.module.css';

interface Props {
  id: string;
  isOver: boolean;
  /** In a group's log each line says which child wrote it. */
  isGroup?: boolean;
}

const LEVEL_NAMES: Record<Level, string> = { log: 'All levels', warn: 'Warnings and errors', error: 'Errors' };

/** The log of a task or a group, as it is written. */
export function LogPanel({ id, isOver, isGroup = false }: Props): React.JSX.Element {
  const [stream] = useState(() => new LogStream(`/api/v1/tasks/${encodeURIComponent(id)}/logs`));
  const log = useSyncExternalStore(stream.watch, stream.current);
  useEffect(() => {
    if (!isOver) stream.resume();
  }, [isOver, stream]);
  const [filter, setFilter] = useState<LogFilter>({ level: 'log', text: '' });
  const lines = filterLines(log.lines, filter);
  return (
    <Panel title="Log" flush actions={<Tools {...{ id, filter, setFilter }} />}>
      {lines.length > 0 ? (
        <LogView lines={lines} groupId={isGroup ? id : undefined} fromEnd={!isOver} />
      ) : (
        <NoLines log={log} />
      )}
      <p className={styles['foot']} role="status">
        {footOf(log, lines.length)}
      </p>
    </Panel>
  );
}

interface ToolsProps {
  id: string;
  filter: LogFilter;
  setFilter: (filter: LogFilter) => void;
}

const Tools = ({ id, filter, setFilter }: ToolsProps): React.JSX.Element => (
  <div className={styles['tools']}>
    <select
      className={inputClass}
      aria-label="Level"
      value={filter.level}
      onChange={({ target }) => setFilter({ ...filter, level: target.value as Level })}
    >
      {Object.entries(LEVEL_NAMES).map(([level, name]) => (
        <option key={level} value={level}>
          {name}
        </option>
      ))}
    </select>
    <input
      type="search"
      className={inputClass}
      placeholder="Text in the log"
      aria-label="Text in the log"
      value={filter.text}
      onChange={({ target }) => setFilter({ ...filter, text: target.value })}
    />
    <Button onClick={() => void attempt(download(id), (name) => `${name} is in your downloads.`)}>Download</Button>
  </div>
);

function NoLines({ log }: { log: Log }): React.JSX.Element {
  if (log.state === 'connecting')
    return (
      <div className={styles['loading']}>
        <Skeleton width="60%" />
        <Skeleton width="45%" />
      </div>
    );
  if (log.lines.length > 0) return <Empty title="No line matches." />;
  return (
    <Empty title="No lines.">
      {log.state === 'ended' ? 'A log is kept for a day.' : 'They stand here as they are written.'}
    </Empty>
  );
}

function footOf({ lines, isCut, state }: Log, shown: number): string {
  const count =
    shown === lines.length ? plural(shown, 'line') : `${countText(shown)} of ${plural(lines.length, 'line')}`;
  const parts = [count];
  if (isCut) parts.push('older ones are in the download');
  if (state === 'following') parts.push('new ones follow');
  if (state === 'lost') parts.push('no connection: the next ones follow when it is back');
  return parts.join(' · ');
}

/** @returns the name of the file */
async function download(id: string): Promise<string> {
  const text = await answer(
    api.GET('/api/v1/tasks/{id}/logs', {
      params: { path: { id } },
      headers: { accept: 'text/plain' },
      parseAs: 'text',
    }),
  );
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(link, { href: url, download: `${id}.log` });
  link.click();
  URL.revokeObjectURL(url);
  return link.download;
}
