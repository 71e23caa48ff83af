import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

interface Props {
  /** Also the title of the tab. */
  title: string;
  /** What stands there instead of the title as text. */
  heading?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Every page has this frame: one h1, its actions, then panels. */
export function Page({ title, heading = title, actions, children }: Props): React.JSX.Element {
  useEffect(() => {
    document.title = `${title} · Rotunda`;
  }, [title]);
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{heading}</h1>
        {actions}
      </header>
      {children}
    </div>
  );
}
