import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Keys } from '../../ui/kbd.js';
import { type Item, type ItemGroup, matching } from './item.js';
import { useActions } from './use-actions.js';
import { useDisclosures } from './use-disclosures.js';
import { useNamed, useTasks } from './use-finds.js';
import { usePlaces } from './use-places.js';
import styles from './palette.module.css';

interface Props {
  close: () => void;
  openKeys: () => void;
}

/** Finds pages, actions, members, tickers, tasks, schedules and workers by what is typed. */
export function PaletteDialog({ close, openKeys }: Props): React.JSX.Element {
  const [query, setQuery] = useState('');
  const { groups, isLoading } = useGroups(query, openKeys);
  return (
    <Dialog.Root open onOpenChange={(open) => open || close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label="Go to">
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            autoHighlight="always"
            keepHighlight
            value={query}
            onValueChange={(value, { reason }) => reason === 'item-press' || setQuery(value)}
            itemToStringValue={({ label }: Item) => label}
          >
            <div className={styles['field']}>
              <Search aria-hidden="true" />
              <Autocomplete.Input
                className={styles['input']}
                aria-label="Pages, actions, members, tickers, tasks"
                placeholder="A page, an action, a member, a ticker, or a task"
              />
            </div>
            <div className={styles['found']}>
              <Autocomplete.Status className={styles['status']}>
                {groups.length === 0 && (isLoading ? 'Searching …' : 'Nothing matches.')}
              </Autocomplete.Status>
              <Autocomplete.List>
                {({ value, items }: ItemGroup) => (
                  <Autocomplete.Group key={value} items={items}>
                    <Autocomplete.GroupLabel className={styles['groupLabel']}>{value}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(item: Item) => <FoundItem key={item.id} item={item} close={close} />}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Tasks come first where the history was asked for something that no page is called. */
function useGroups(query: string, openKeys: () => void): { groups: ItemGroup[]; isLoading: boolean } {
  const typed = useDeferredValue(query);
  const tasks = useTasks(typed);
  const disclosures = useDisclosures(typed);
  const own = matching(
    [{ value: 'Pages', items: usePlaces() }, { value: 'Actions', items: useActions(openKeys) }, ...useNamed()],
    query,
  );
  const found = tasks.group.items.length > 0 ? [tasks.group] : [];
  return { groups: [...own, ...disclosures, ...found], isLoading: tasks.isLoading };
}

function FoundItem({ item, close }: { item: Item; close: () => void }): React.JSX.Element {
  const { icon: Icon, label, hint, keys, act } = item;
  const choose = (): void => {
    close();
    act();
  };
  return (
    <Autocomplete.Item value={item} className={styles['item']} onClick={choose}>
      <Icon aria-hidden="true" />
      <span className={styles['label']}>{label}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      {keys !== undefined && <Keys keys={keys} />}
    </Autocomplete.Item>
  );
}
