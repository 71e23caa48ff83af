import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useMay, useSession } from '../../api/session.js';
import { Loaded } from '../../ui/loaded.js';
import { Empty, Notice } from '../../ui/notice.js';
import { NoRight } from '../../ui/no-right.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { KeyTable } from './key-table.js';
import { NewKey } from './new-key.js';

export function KeysPage(): React.JSX.Element {
  const isAdmin = useMay('admin');
  return (
    <Page title="Keys" actions={isAdmin && <NewKey />}>
      {isAdmin ? <Keys /> : <NoRight needs="admin" />}
    </Page>
  );
}

function Keys(): React.JSX.Element {
  const { keys_required, id } = useSession();
  const query = useQuery({
    queryKey: ['keys'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/keys', { signal })),
  });
  return (
    <>
      {!keys_required && (
        <Notice tone="neutral">
          <span>
            This gateway asks nobody for a key: whoever reaches it may do everything. Keys are checked all the same.
          </span>
        </Notice>
      )}
      <Panel title="Keys of programs and people" flush>
        <Loaded query={query}>
          {({ data }) =>
            data.length === 0 ? (
              <Empty title="There are no keys.">
                <span>Make one for each program and person.</span>
              </Empty>
            ) : (
              <KeyTable keys={data} ownId={id} />
            )
          }
        </Loaded>
      </Panel>
    </>
  );
}
