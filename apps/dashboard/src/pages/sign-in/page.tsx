import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Navigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../../api/client.js';
import { sessionQuery, useSession } from '../../api/session.js';
import { isSignedOut } from '../../app/root-route.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { signInRoute } from './route.js';
import { Refusal } from './refusal.js';
import { useWait } from './use-wait.js';
import styles from './sign-in.module.css';

type Way = 'key' | 'password';

export function SignInPage(): React.JSX.Element {
  const session = useSession();
  const { from = '/' } = signInRoute.useSearch();
  if (!isSignedOut(session)) return <Navigate to={from} replace />;
  return (
    <main className={styles['page']}>
      <title>Sign in · Rotunda</title>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <img src="/assets/icon.svg" alt="" width="36" height="36" />
          <h1>Sign in to Rotunda</h1>
        </header>
        {from !== '/' && (
          <Notice tone="neutral">
            <span>You need to sign in to see this page. You return to it afterwards.</span>
          </Notice>
        )}
        <SignInForm from={from} mayUsePassword={session.password_accepted} />
      </div>
    </main>
  );
}

function SignInForm({ from, mayUsePassword }: { from: string; mayUsePassword: boolean }): React.JSX.Element {
  const [way, setWay] = useState<Way>(mayUsePassword ? 'password' : 'key');
  const [secret, setSecret] = useState('');
  // A copied key may bring blanks along; those of a password may be meant.
  const given = way === 'key' ? secret.trim() : secret;
  const queryClient = useQueryClient();
  const router = useRouter();
  const signIn = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/session', { body: { [way]: given } })),
    onSuccess: (session) => {
      // What another user could see is not this one's.
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.replace(from);
    },
  });
  const wait = useWait(signIn);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (given !== '' && wait === 0) signIn.mutate();
  };
  const choose = (chosen: Way): void => {
    setWay(chosen);
    setSecret('');
    signIn.reset();
  };
  return (
    <form className={styles['form']} onSubmit={submit}>
      {/* A password manager stores a secret under a user's name. */}
      <input
        className="visually-hidden"
        name="username"
        autoComplete="username"
        value={way === 'key' ? 'rotunda key' : 'dashboard'}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field
        key={way}
        label={way === 'key' ? 'Key' : 'Password'}
        hint={
          way === 'key' ? 'It begins with rtd_. An admin makes it, or rotunda keys make.' : 'The dashboard’s password.'
        }
      >
        {(input) => (
          <input
            {...input}
            type="password"
            name={way}
            autoComplete="current-password"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has one field, and nothing before it
            autoFocus
            spellCheck={false}
            required
            maxLength={1_000}
            value={secret}
            onChange={({ target }) => setSecret(target.value)}
          />
        )}
      </Field>
      {signIn.error && <Refusal error={signIn.error} way={way} wait={wait} />}
      <Button type="submit" kind="primary" disabled={signIn.isPending || wait > 0}>
        {signIn.isPending ? 'Signing in …' : 'Sign in'}
      </Button>
      {mayUsePassword && (
        <Button kind="plain" onClick={() => choose(way === 'key' ? 'password' : 'key')}>
          {way === 'key' ? 'Use the password instead' : 'Use a key instead'}
        </Button>
      )}
    </form>
  );
}
