import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { classes } from '../../../../ui/classes.js';
import { localText } from '../../../../ui/time-text.js';
import type { LogLine } from './log-stream.js';
import styles from './log.module.css';

const LINE_PX = 22;
const OVERSCAN = 20;
/** Nearer to the end than this counts as at the end. */
const END_PX = 40;

interface Props {
  lines: readonly LogLine[];
  /** In its log each line says which child wrote it. */
  groupId?: string | undefined;
  /** Whether the last lines are shown first. */
  fromEnd: boolean;
}

/** Lines of any number. It follows the end, unless the reader has scrolled up. */
export function LogView({ lines, groupId, fromEnd }: Props): React.JSX.Element {
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_PX,
  });
  const [wasFromEnd] = useState(fromEnd);
  useEffect(() => {
    if (wasFromEnd) virtual.scrollToEnd();
  }, [virtual, wasFromEnd]);
  const items = virtual.getVirtualItems();
  return (
    // It scrolls: so the keyboard must reach it. Read aloud line by line it would drown everything else.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroll} className={styles['scroll']} role="log" aria-live="off" aria-label="Log" tabIndex={0}>
      <div className={styles['lines']} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const line = lines[index]!;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes(styles['line'], styles[line.level])}
              style={{ transform: `translateY(${start}px)` }}
            >
              <time dateTime={line.at} title={`${localText(line.at)}\n${line.worker}, attempt ${line.attempt}`}>
                {line.at.slice(11, 23)}
              </time>
              <span className={styles['level']}>{line.level === 'log' ? '' : line.level}</span>
              <span className={styles['message']}>
                {groupId !== undefined && (
                  <span className={styles['child']}>{line.task_id.replace(`${groupId}-`, '')} </span>
                )}
                {line.message}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
