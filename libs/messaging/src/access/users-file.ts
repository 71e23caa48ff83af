import { KEYED_USERS, type KeyedUser, LOCAL_USER } from './nats-users.js';
import { permissionsOf } from './permissions.js';

export interface UsersFileOptions {
  /** A user's public key, or what stands for it. */
  keyOf: (user: KeyedUser) => string;
  /** The password of the user `local`, which stands for whoever comes without credentials; absent: nobody may. */
  localPassword?: string | undefined;
}

/** As nats-server's default of 2 s, but for a busy machine: a dozen services sign in at once. */
const SIGN_IN_WITHIN_S = 10;

/** Longer than anyone waits for an answer. */
const RESPONSES = '        allow_responses: { max: 1, expires: "10s" }';

/**
 * The users of nats-server, as a part of its configuration. They belong to the account that a server without accounts
 * has (`$G`), so the streams of an installation that had no users stay where they are.
 */
export function renderUsersFile({ keyOf, localPassword }: UsersFileOptions): string {
  const local =
    localPassword === undefined ? [] : [`    # Whoever comes without credentials.`, localUser(localPassword)];
  return [
    'authorization {',
    `  timeout: ${SIGN_IN_WITHIN_S}`,
    '  users: [',
    ...KEYED_USERS.flatMap((user) => renderUser(user, keyOf(user))),
    ...local,
    '  ]',
    '}',
    ...(localPassword === undefined ? [] : [`no_auth_user: ${LOCAL_USER}`]),
    '',
  ].join('\n');
}

function renderUser(user: KeyedUser, key: string): string[] {
  const permissions = permissionsOf(user);
  if (!permissions) return [`    # ${user}`, `    { nkey: ${key} }`];
  return [
    `    # ${user}`,
    '    {',
    `      nkey: ${key}`,
    '      permissions {',
    ...renderAllowed('publish', permissions.publish),
    ...renderAllowed('subscribe', permissions.subscribe),
    ...(permissions.responds ? [RESPONSES] : []),
    '      }',
    '    }',
  ];
}

const renderAllowed = (what: string, subjects: readonly string[]): string[] => [
  `        ${what} { allow: [`,
  ...subjects.map((subject) => `          ${JSON.stringify(subject)}`),
  '        ] }',
];

const localUser = (password: string): string => `    { user: ${LOCAL_USER}, password: ${JSON.stringify(password)} }`;
