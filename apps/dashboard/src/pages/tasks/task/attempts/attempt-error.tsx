import type { Schema } from '../../../../api/types.js';
import { Code } from '../../../../ui/code.js';
import styles from './attempts.module.css';

export const AttemptError = ({ error }: { error: Schema<'TaskErrorView'> }): React.JSX.Element => (
  <div className={styles['error']}>
    <p>{error.message}</p>
    {error.stack !== undefined && (
      <details>
        <summary>Stack</summary>
        <Code text={error.stack} label="the stack" />
      </details>
    )}
  </div>
);
