import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Notice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { capital } from '../../ui/text.js';
import { bodyOf, withValue } from './body-of.js';
import { Commands } from './commands/commands.js';
import { CommandForm } from './form/command-form.js';
import { type Kind, kindsOf } from './kinds.js';
import { runRoute } from './route.js';
import styles from './run.module.css';
import type { RunSearch } from './run-search.js';
import { Tabs } from './tabs.js';

export function RunPage(): React.JSX.Element {
  const mayAct = useMay('act');
  const query = useQuery({
    queryKey: ['registered'],
    queryFn: async ({ signal }) => kindsOf((await answer(api.GET('/api/v1/tasks/registered', { signal }))).registered),
  });
  return (
    <Page title="Run a task">
      {mayAct ? (
        <Loaded query={query}>{(kinds) => <Chosen kinds={kinds} />}</Loaded>
      ) : (
        <Empty title="Your key may look, but not run tasks.">Ask for one with the role act.</Empty>
      )}
    </Page>
  );
}

/** Everything that is chosen stands in the address. */
function Chosen({ kinds }: { kinds: Kind[] }): React.JSX.Element {
  const search = runRoute.useSearch();
  const navigate = useNavigate({ from: '/run' });
  const kind = kinds.find(({ name }) => name === search.name) ?? kinds[0];
  if (!kind) return <Empty title="No kind of task is registered." />;
  const destinations = [...kind.chambers, 'all'];
  const chamber = destinations.find((one) => one === search.chamber) ?? 'all';
  const args = search.args ?? {};
  const { body, unknown } = bodyOf(kind.fields, args);
  const choice = { name: kind.name, chamber, chambers: kind.chambers, body };

  const choose = (part: RunSearch, replace = false): void =>
    void navigate({ search: { name: kind.name, chamber, ...(search.args && { args }), ...part }, replace });
  /** With those of the fields that the other kind has too. */
  const chooseKind = (name: string): void => {
    const other = kinds.find((one) => one.name === name);
    choose({ name, args: bodyOf(other?.fields ?? {}, args).body });
  };
  const change = (field: string, value: unknown): void => choose({ args: withValue(args, field, value) }, true);
  return (
    <>
      <div className={styles['choices']}>
        <Tabs label="Kind" values={kinds.map(({ name }) => name)} chosen={kind.name} choose={chooseKind} />
        <Tabs label="Chamber" values={destinations} chosen={chamber} choose={(one) => choose({ chamber: one })} />
      </div>
      <div className={styles['columns']}>
        <Panel title={capital(kind.name)}>
          <div className={styles['fields']}>
            <p className="muted">{kind.summary}.</p>
            {unknown.length > 0 && (
              <Notice tone="warning">
                The address has {unknown.join(', ')}, which {kind.name} does not know: left out.
              </Notice>
            )}
            <CommandForm key={`${kind.name} ${chamber}`} {...{ kind, choice, change }} />
          </div>
        </Panel>
        <Commands choice={choice} />
      </div>
    </>
  );
}
