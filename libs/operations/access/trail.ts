import type { AuditStore } from '#database';

/** Who did it, from where. */
export interface Doer {
  account: string | null;
  who: string;
  role: string | null;
  address: string | null;
  agent: string | null;
}

export interface Deed {
  /** A right's name, or what was done to a session (`session.open` …). */
  what: string;
  /** In words. */
  sentence: string;
  before?: unknown;
  after?: unknown;
}

/** A person or program at the keyboard of the machine itself. */
export const commandLine: Doer = { account: null, who: '命令行', role: null, address: '本机', agent: null };

const longest = 400;
const secrets = /password|secret|token|hash|code|current|^next$/i;

/** Writes a line of the trail; whatever it is called with, no password, secret or token goes into it. */
export async function record(trail: Pick<AuditStore, 'add'>, doer: Doer, deed: Deed, at: Date): Promise<void> {
  await trail.add({
    ...doer,
    agent: doer.agent === null ? null : cut(doer.agent),
    who: cut(doer.who),
    what: deed.what,
    sentence: cut(deed.sentence),
    before: withoutSecrets(deed.before ?? null),
    after: withoutSecrets(deed.after ?? null),
    at,
  });
}

/** The same value without the members that hold secrets, and with long texts and lists cut short. */
export function withoutSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cut(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (depth > 5) return '…';
  if (Array.isArray(value)) {
    const kept = value.slice(0, 50).map((one) => withoutSecrets(one, depth + 1));
    return value.length > 50 ? [...kept, `……共 ${value.length} 项`] : kept;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, member]) => member !== undefined && !(secrets.test(name) && typeof member === 'string'))
      .map(([name, member]) => [name, withoutSecrets(member, depth + 1)]),
  );
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}……共 ${text.length} 字` : text;
}
