/** What the reader must do before the server answers; each may go on for minutes. */
export interface Needs {
  /** Someone must sign in (again). True when it was done and the request may go once more. */
  signIn(): Promise<boolean>;
  /** The first password must be changed before anything else. */
  changePassword(): void;
}

/**
 * Asks; where the session has ended, waits until the reader has signed in and sends the same request once more, so that nothing
 * typed is lost. What the sign-in itself asks for goes straight through.
 */
export function patient(
  ask: (request: Request) => Promise<Response>,
  needs: Needs,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (isOfSession(request.url)) return ask(request);
    // A body can be read once only: it is the copy that goes again.
    const again = request.clone();
    const response = await ask(request);
    if (response.status === 401 && (await needs.signIn())) return ask(again);
    if (response.status === 403 && (await needOf(response)) === 'password') needs.changePassword();
    return response;
  };
}

function isOfSession(url: string): boolean {
  return /\/api\/v1\/session(\/|$)/.test(new URL(url).pathname);
}

async function needOf(response: Response): Promise<unknown> {
  const answer: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof answer === 'object' && answer !== null ? (answer as { needs?: unknown }).needs : null;
}

/** The server takes no form of another site: what changes something is sent as JSON, also where there is nothing to say. */
export function asJson(request: Request): Request {
  const isPlain = request.method === 'GET' || request.method === 'DELETE' || request.headers.has('content-type');
  if (isPlain) return request;
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  return new Request(request, { headers, body: '{}' });
}
