import { useState } from 'react';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Components } from './components.js';
import { type Token, tokensOfPage } from './tokens.js';
import styles from './tokens.module.css';

/** The visual language: what there is to build pages from. */
export function TokensPage(): React.JSX.Element {
  const [tokens] = useState(tokensOfPage);
  return (
    <Page title="Tokens">
      <p className="muted">
        The visual language of the dashboard: src/ui/styles/tokens.css and the components of src/ui. Pages use nothing
        else.
      </p>
      <Panel title="Colours">
        <div className={styles['schemes']}>
          <Scheme scheme="light" tokens={tokens['colour']} />
          <Scheme scheme="dark" tokens={tokens['colour']} />
        </div>
      </Panel>
      <Panel title="Type">
        <Rows
          tokens={tokens['type']}
          render={({ name }) => <span style={{ fontSize: `var(${name})` }}>Purchase, $1,001 – $15,000</span>}
        />
      </Panel>
      <Panel title="Space, corners and shadows">
        <Rows
          tokens={tokens['space']}
          render={({ name }) => <span className={styles['bar']} style={{ width: `var(${name})` }} />}
        />
        <Rows
          tokens={tokens['radius']}
          render={({ name }) => <span className={styles['box']} style={{ borderRadius: `var(${name})` }} />}
        />
        <Rows
          tokens={tokens['shadow']}
          render={({ name }) => <span className={styles['box']} style={{ boxShadow: `var(${name})` }} />}
        />
        <Rows tokens={tokens['other']} render={() => null} />
      </Panel>
      <Components />
    </Page>
  );
}

/** `light-dark()` follows the colour scheme of the element: so both stand side by side. */
const Scheme = ({
  scheme,
  tokens = [],
}: {
  scheme: 'light' | 'dark';
  tokens?: Token[] | undefined;
}): React.JSX.Element => (
  <section className={styles['scheme']} style={{ colorScheme: scheme }} aria-label={scheme}>
    <ul className={styles['colours']}>
      {tokens.map(({ name }) => (
        <li key={name} className={styles['colour']}>
          <span className={styles['swatch']} style={{ background: `var(${name})` }} />
          <code>{name.slice(2)}</code>
        </li>
      ))}
    </ul>
  </section>
);

interface RowsProps {
  tokens?: Token[] | undefined;
  render: (token: Token) => React.ReactNode;
}

const Rows = ({ tokens = [], render }: RowsProps): React.JSX.Element => (
  <ul className={styles['rows']}>
    {tokens.map((token) => (
      <li key={token.name} className={styles['row']}>
        <code>{token.name.slice(2)}</code>
        <code className="muted">{token.value}</code>
        {render(token)}
      </li>
    ))}
  </ul>
);
