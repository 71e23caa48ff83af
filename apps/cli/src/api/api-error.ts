const UNAUTHORIZED = 401;
const HOW_TO_SIGN_IN =
  'With rotunda: "rotunda login" saves a key, --key-file or ROTUNDA_KEY_FILE names a file with one, or ROTUNDA_KEY is one.';

/** The gateway refused; the message is the `detail` of its problem+json, which is written for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  /** Something else than a gateway answered, and not with an error. */
  static unreadable(status: number, text: string, request: string): ApiError {
    return new ApiError(status, `${request} answered ${status}${briefly(text)}`);
  }

  /** @param request what was asked, e.g. `GET /tasks`; shown where a proxy or another program answered instead */
  static async of(answer: Response, request: string): Promise<ApiError> {
    const text = await answer.text();
    const detail = detailOf(text) ?? `${request} answered ${answer.status}${briefly(text)}`;
    return new ApiError(answer.status, answer.status === UNAUTHORIZED ? `${detail} ${HOW_TO_SIGN_IN}` : detail);
  }
}

/** Nothing answers there, or not in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(gateway: string, options: ErrorOptions) {
    super(
      `The gateway at ${gateway} does not answer. ` +
        'Start one with "rotunda start", or give its address with --gateway or ROTUNDA_GATEWAY.',
      options,
    );
  }
}

/** An error page would fill the terminal. */
const briefly = (text: string): string =>
  text.trimStart().startsWith('<') ? ' with a web page; check the address of the gateway' : `: ${text}`;

function detailOf(text: string): string | undefined {
  try {
    const problem = JSON.parse(text) as { detail?: unknown } | null;
    return typeof problem?.detail === 'string' ? problem.detail : undefined;
  } catch {
    return undefined;
  }
}
