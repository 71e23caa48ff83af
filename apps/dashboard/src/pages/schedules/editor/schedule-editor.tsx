import { skipToken, useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../ui/loaded.js';
import { Dialog } from '../../../ui/overlays/dialog.js';
import { EditorForm } from './editor-form.js';
import { NOTHING, readingQuery } from './read-schedule.js';

interface Props {
  /** Null for a new one. */
  name: string | null;
  close: () => void;
}

export function ScheduleEditor({ name, close }: Props): React.JSX.Element {
  const options = readingQuery(name ?? '');
  const query = useQuery({ ...options, queryFn: name === null ? skipToken : options.queryFn! });
  return (
    <Dialog isOpen close={close} title={name === null ? 'New schedule' : `Edit ${name}`} isWide>
      {name === null ? (
        <EditorForm name={null} reading={NOTHING} close={close} />
      ) : (
        <Loaded query={query}>{(reading) => <EditorForm name={name} reading={reading} close={close} />}</Loaded>
      )}
    </Dialog>
  );
}
