import { useSession } from '../../../api/session.js';
import { Code } from '../../../ui/code.js';
import { Panel } from '../../../ui/panel.js';
import styles from '../run.module.css';
import { type Choice, commandsOf } from './commands-of.js';

/** What the form does, for a shell. It follows the inputs. */
export function Commands({ choice }: { choice: Choice }): React.JSX.Element {
  const { keys_required } = useSession();
  const commands = commandsOf(choice, { origin: window.location.origin, needsKey: keys_required });
  return (
    <Panel title="The same as a command">
      <div className={styles['commands']}>
        <h3>curl</h3>
        <Code text={commands.curl} label="The command for curl" />
        <h3>rotunda</h3>
        <Code text={commands.rotunda} label="The command for rotunda" />
        <h3>nats</h3>
        <Code text={commands.nats} label="The command for nats" />
        {choice.chamber === 'all' && choice.chambers.length > 1 && (
          <p className="muted">Over NATS these are tasks of their own; the gateway makes them one group.</p>
        )}
      </div>
    </Panel>
  );
}
