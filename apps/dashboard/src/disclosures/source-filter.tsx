import { FilterSelect } from '../ui/filter-bar.js';
import { capital } from '../ui/text.js';
import { FORMATS } from './words.js';

interface Props {
  value: (typeof FORMATS)[number] | undefined;
  /** Gets '' for both. */
  change: (value: string) => void;
}

/** Electronic reports, scans, or both. */
export const SourceFilter = ({ value, change }: Props): React.JSX.Element => (
  <FilterSelect
    {...{ label: 'Source', all: 'Both' }}
    value={value ?? ''}
    options={FORMATS.map((format) => ({ value: format, text: capital(format) }))}
    change={change}
  />
);
