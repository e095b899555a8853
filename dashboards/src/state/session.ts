import { computed, ref, shallowRef } from 'vue';
import { api, body, done, Unanswered } from '../api/client.js';
import type { Account, Session } from '../api/types.js';

// One reader a window: who that is concerns the client of the API as much as every page, so it stands here once.
const session = shallowRef<Session | null>(null);
const failure = ref<string | null>(null);
/** Rises whenever another reader took over: what was shown to the one before is asked for anew. */
const reader = ref(0);
/** Set while the reader is asked over the page to sign in again. */
const asking = shallowRef<{ answer: Promise<boolean>; settle: (signedIn: boolean) => void } | null>(null);

/** Who reads, and what the server lets them do. The server checks every right again; here it only hides what would be refused. */
export function useSession() {
  return {
    session,
    failure,
    reader,
    account: computed<Account | null>(() => session.value?.account ?? null),
    /** Whether anything but the sign-in is answered. */
    mayRead: computed(() => isReader(session.value)),
    isAskedToSignIn: computed(() => asking.value !== null),
  };
}

export function can(right: string): boolean {
  return session.value?.rights.includes(right) ?? false;
}

/** Whether an account is one of those that the sample is tried out with. */
export function isDemo(name: string | undefined): boolean {
  return session.value?.demo?.some((demo) => demo.name === name) ?? false;
}

/** Asks once who reads; later calls give what is known. */
export async function knownSession(): Promise<Session | null> {
  if (session.value === null) await learnSession();
  return session.value;
}

export async function learnSession(): Promise<void> {
  failure.value = null;
  try {
    session.value = await body(api.GET('/api/v1/session'));
  } catch (error) {
    failure.value = error instanceof Error ? error.message : String(error);
  }
}

/**
 * Another window of this browser may have signed in somebody else meanwhile: what stands here is then asked for anew. Where the reader is
 * asked to sign in, having done so in another window will do.
 */
export async function lookAgain(): Promise<void> {
  if (session.value === null) return;
  const now = await body(api.GET('/api/v1/session')).catch(() => null);
  if (!now?.account) return;
  const known = session.value?.account ?? null;
  const isSame = now.account.id === known?.id;
  if (asking.value === null ? isSame : known !== null && !isSame) return;
  session.value = now;
  if (asking.value === null) reader.value += 1;
  else settle(true);
}

/**
 * Where to sign in with the provider of single sign-on.
 * @param back the page of ours to come back to.
 * @throws {Unanswered} when it cannot be reached.
 */
export async function providerAddress(back: string): Promise<string> {
  return (await body(api.POST('/api/v1/session/provider', { body: { back } }))).url;
}

/**
 * Signs in; `code` when the second factor is asked for.
 * @throws {Unanswered} when the server refused, in its words.
 */
export async function signIn(credentials: {
  name: string;
  password: string;
  code?: string;
}): Promise<'signedIn' | 'code'> {
  try {
    session.value = await body(api.POST('/api/v1/session', { body: credentials }));
  } catch (error) {
    // A code that was given and refused is an error as any other.
    if (error instanceof Unanswered && error.needs === 'code' && !credentials.code) return 'code';
    throw error;
  }
  if (asking.value === null) reader.value += 1;
  else settle(true);
  return 'signedIn';
}

/** @throws {Unanswered} when the server could not be reached: the session then still stands. */
export async function signOut(): Promise<void> {
  await done(api.DELETE('/api/v1/session'));
  await learnSession();
  reader.value += 1;
}

/** Opens the sign-in over the page, once for all requests that were refused meanwhile. */
export function askToSignIn(): Promise<boolean> {
  if (asking.value) return asking.value.answer;
  let settled: (signedIn: boolean) => void = () => {};
  const answer = new Promise<boolean>((resolve) => (settled = resolve));
  asking.value = { answer, settle: settled };
  return answer;
}

/** Closes the sign-in over the page; the refused requests go again or are told as refused. */
export function settle(signedIn: boolean): void {
  asking.value?.settle(signedIn);
  asking.value = null;
}

export function isReader(known: Session | null): boolean {
  if (known === null) return false;
  return known.account === null ? known.reading === 'open' : !known.account.mustChangePassword;
}
