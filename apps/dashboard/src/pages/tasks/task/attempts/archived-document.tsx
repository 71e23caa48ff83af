import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../../../api/problem.js';
import { Button, buttonClass } from '../../../../ui/button.js';
import { Code } from '../../../../ui/code.js';
import { Loaded } from '../../../../ui/loaded.js';
import { documentKind } from './document-kind.js';
import styles from './attempts.module.css';

interface Props {
  /** In the API. */
  path: string;
  mediaType: string;
  title: string;
}

/**
 * A document of a site. No script of it may run: its frame is sandboxed, and the gateway serves it with a content
 * security policy that says the same to whoever opens it elsewhere.
 */
export function ArchivedDocument({ path, mediaType, title }: Props): React.JSX.Element {
  const kind = documentKind(mediaType);
  const [isSource, setSource] = useState(false);
  return (
    <div className={styles['document']}>
      <div className={styles['documentTools']}>
        <a href={path} target="_blank" rel="noreferrer" className={buttonClass({ size: 'small' })}>
          Open alone
        </a>
        <a href={path} download className={buttonClass({ size: 'small' })}>
          Download
        </a>
        {kind === 'page' && (
          <Button size="small" aria-pressed={isSource} onClick={() => setSource(!isSource)}>
            Source
          </Button>
        )}
      </div>
      {kind === 'page' && !isSource && (
        <iframe sandbox="" src={path} title={title} loading="lazy" className={styles['frame']} />
      )}
      {kind === 'image' && <img src={path} alt={title} loading="lazy" className={styles['image']} />}
      {(kind === 'text' || isSource) && <Source path={path} title={title} />}
      {kind === 'file' && (
        <p className="muted">
          {mediaType || 'A file of unknown type'}: it can’t be shown here. Download it to open it.
        </p>
      )}
    </div>
  );
}

/** More makes a browser slow, and nobody reads it here. */
const MOST_CHARACTERS = 200_000;

function Source({ path, title }: { path: string; title: string }): React.JSX.Element {
  const query = useQuery({
    queryKey: ['document', path],
    queryFn: async ({ signal }) => {
      const response = await fetch(path, { signal });
      if (!response.ok) throw new ApiError({ status: response.status, detail: 'The document could not be fetched.' });
      return response.text();
    },
    staleTime: Infinity,
  });
  return (
    <Loaded query={query}>
      {(text) => (
        <>
          <Code text={text.slice(0, MOST_CHARACTERS)} label={title} />
          {text.length > MOST_CHARACTERS && <p className="muted">The rest is in the download.</p>}
        </>
      )}
    </Loaded>
  );
}
