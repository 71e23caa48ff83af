import { CHAMBERS, KINDS } from '../../api/task-kinds.js';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.js';
import { capital } from '../../ui/text.js';
import type { DeadLetter } from './page.js';
import type { LetterFilters } from './route.js';

interface Props {
  filters: LetterFilters;
  /** Their codes are offered. */
  rows: readonly DeadLetter[];
  change: (filters: LetterFilters) => void;
}

export function LetterFilterBar({ filters, rows, change }: Props): React.JSX.Element {
  const set = (name: keyof LetterFilters, value: string): void => {
    const { [name]: _before, ...rest } = filters;
    change(value === '' ? rest : { ...rest, [name]: value });
  };
  const found = [...rows.map(({ error }) => error.code), ...(filters.code ? [filters.code] : [])];
  const codes = [...new Set(found)].toSorted();
  return (
    <FilterBar label="Filter the dead letters">
      <FilterSelect
        label="Chamber"
        all="Both"
        value={filters.chamber ?? ''}
        options={CHAMBERS.map((value) => ({ value, text: capital(value) }))}
        change={(value) => set('chamber', value)}
      />
      <FilterSelect
        label="Kind"
        all="All kinds"
        value={filters.name ?? ''}
        options={KINDS.map((value) => ({ value, text: value }))}
        change={(value) => set('name', value)}
      />
      <FilterSelect
        label="Reason"
        all="All reasons"
        value={filters.code ?? ''}
        options={codes.map((value) => ({ value, text: value }))}
        change={(value) => set('code', value)}
      />
    </FilterBar>
  );
}
