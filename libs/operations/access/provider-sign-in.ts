import type { AccountRow, Stores } from '#database';
import { AlreadyDone, refused } from '#kernel';
import { isDemoName } from './demo-accounts.js';
import { ProviderFault, type Begun, type Provider, type ProviderFaultKind } from './provider.js';
import type { Seal } from './seal.js';
import { beginAttempt, lockOf, takeBack } from './sign-in.js';
import { record, type Doer } from './trail.js';

type Books = Pick<Stores, 'accounts' | 'audit'>;

/** What a browser keeps, closed, while it is with the provider. */
export interface Errand extends Begun {
  /** The page of ours to go back to. */
  back: string;
  /** Id of the session that the browser had, which ends with the new one. */
  before: string | null;
  /** Instant, milliseconds. */
  at: number;
}

/** For so long a browser may be with the provider. */
export const errandMs = 10 * 60_000;
const aboutErrand = 'provider errand';

export function closeErrand(errand: Errand, seal: Seal): string {
  return seal.close(JSON.stringify(errand), aboutErrand);
}

/** Null where it is none of ours, or took too long. */
export function openErrand(closed: string, seal: Seal, now: Date): Errand | null {
  const text = seal.open(closed, aboutErrand);
  const errand = text === null ? null : (JSON.parse(text) as Errand);
  return errand !== null && now.getTime() - errand.at < errandMs ? errand : null;
}

export type ProviderSignIn = { account: AccountRow } | { told: string };

const faults: Readonly<Record<ProviderFaultKind, string>> = {
  denied: '统一身份认证没有确认您的身份：可能是您取消了，或您没有使用本系统的权限',
  spent: '统一身份认证的登录凭据已用过或已过期，请重新登录',
  refusesUs: '统一身份认证不接受本系统的请求，请管理员核对客户端编号、密钥和回调地址',
  away: '统一身份认证没有及时答复，请稍后再试，或用账号口令登录',
  wrong: '统一身份认证的答复不可信（签名、签发者、对象或时效不符），没有登录；请告诉管理员',
};

export const notOurErrand = '这次登录不是从这个浏览器开始的，或超过了十分钟，请重新点“用统一身份认证登录”';

/** In words, why the provider was of no use. Other errors go on. */
export function toldOf(error: unknown): string {
  if (error instanceof ProviderFault) return faults[error.kind];
  throw error;
}

/**
 * Who came back from the provider: the account on which its subject was written down. No account is made, and what the provider does not
 * say for certain opens nothing. The second factor and the age of the password are the provider's matter here.
 * @param about `sampleOnly`: whether all data are a sample's: accounts made then are worth nothing later.
 */
export async function signInByProvider(
  books: Books,
  provider: Provider,
  { query, errand, address, agent }: { query: URLSearchParams; errand: Errand; address: string; agent: string | null },
  { sampleOnly, now }: { sampleOnly: boolean; now: Date },
): Promise<ProviderSignIn> {
  const stranger: Doer = { account: null, who: '统一身份认证', role: null, address, agent };
  const say = async (doer: Doer, what: string, told: string, after?: unknown) => {
    await record(books.audit, doer, { what, sentence: `统一身份认证登录未成功：${told}`, after }, now);
    return { told };
  };
  const wait = await beginAttempt(books, null, address, now);
  if (wait > 0) return say(stranger, 'session.locked', tooOften(wait));
  let subject: string;
  try {
    subject = await provider.finish(query, errand);
  } catch (error) {
    // Only what somebody may have made up counts against an address behind which many sit.
    const isGuess = error instanceof ProviderFault && (error.kind === 'spent' || error.kind === 'wrong');
    if (!isGuess) await takeBack(books, null, address);
    return say(stranger, 'session.failed', toldOf(error), { why: whyOf(error) });
  }
  await takeBack(books, null, address);
  const account = await books.accounts.ofSubject(provider.issuer, subject);
  if (account === null || (account.sample && !sampleOnly)) return say(stranger, 'session.failed', unknown(subject));
  const doer = { ...stranger, account: account.id, who: account.name, role: account.role };
  if (account.disabledAt !== null)
    return say(doer, 'session.failed', `您的账号“${account.name}”已停用，请联系本地管理员`);
  const locked = await lockOf(books, account.name, now);
  if (locked > 0) return say(doer, 'session.locked', tooOften(locked));
  await record(books.audit, doer, { what: 'session.open', sentence: '登录（统一身份认证）' }, now);
  return { account };
}

/** What an administrator writes down as the subject of an account; none takes it away. @throws BadInput */
export function subjectChange(account: AccountRow, typed: string | null, provider: Pick<Provider, 'issuer'> | null) {
  if (isDemoName(account.name)) throw refused(subjectTitle, '示例账号不用统一身份认证', '另设一个账号试用');
  const subject = typed?.trim() ?? '';
  if (subject === '') return { providerIssuer: null, providerSubject: null };
  if (provider === null) throw refused(subjectTitle, '本系统没有设置统一身份认证', '先设 MINGJING_OIDC_ISSUER 等');
  if (subject.length > 255 || /\p{Cc}/u.test(subject))
    throw refused(subjectTitle, '不可用', '至多 255 个字符，与认证服务给出的一致');
  return { providerIssuer: provider.issuer, providerSubject: subject };
}

/** What the provider or the network said, for who runs the service: nothing of what was sent. */
export function whyOf(error: unknown): string {
  const causes: string[] = [];
  for (let at = error instanceof Error ? error.cause : null; at instanceof Error && causes.length < 3; at = at.cause)
    causes.push(at.message);
  return causes.join('：').slice(0, 300);
}

export function subjectTaken({ name }: AccountRow): AlreadyDone {
  return new AlreadyDone([{ where: subjectTitle, what: `已填在账号“${name}”上`, accepted: '先从那个账号上去掉' }]);
}

const subjectTitle = '统一身份认证的用户标识';
const unknown = (subject: string) =>
  `您的身份已确认，但本系统没有账号与之对应。请把用户标识“${subject}”告诉本地管理员，在账号管理中填到您的账号上`;

const tooOften = (waitMs: number) => `失败次数过多，请在 ${Math.ceil(waitMs / 60_000)} 分钟后再试`;
