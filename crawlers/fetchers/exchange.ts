import { type Agent } from 'undici';
import { decodeContent, type PageRequest } from '#evidence';
import { fileKind } from '#files';
import { foreignKind } from './content-kind.js';
import { IncomingAnswer, isRedirect } from './incoming-answer.js';
import type { FetchLimits } from './limits.js';
import { outcomeOfError, type Named } from './outcome-of.js';

/** One request and what came of it; redirects not followed. */
export interface Exchange extends Named {
  status: number | null;
  headers: Record<string, string>;
  setCookie: string | string[] | undefined;
  body: Uint8Array;
  /** By whose leave it was asked for, where robots.txt does not allow it. */
  leave?: string;
}

const nothing = new Uint8Array();

/**
 * Sends one request and reads its answer within the limits. Never throws.
 * @param keepsFiles fetch documents whose text can be read (pdf, docx …) whole; their outcome is `notHtml` all the same.
 */
export async function exchange(
  agent: Agent,
  request: PageRequest,
  headers: Record<string, string>,
  limits: FetchLimits,
  signal: AbortSignal,
  keepsFiles: boolean,
): Promise<Exchange> {
  const answer = new IncomingAnswer(limits.maxBytes, keepsFiles);
  const ended = (named: Named, body: Uint8Array = nothing): Exchange => ({
    status: answer.status,
    headers: answer.headers,
    setCookie: answer.setCookie,
    ...named,
    body,
  });
  if (signal.aborted) return ended({ outcome: 'timeout', note: '采集已停止' });
  const onStop = (): void => answer.stop(new Error('stopped'));
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    answer.stop(new Error('late'));
  }, limits.totalMs);
  signal.addEventListener('abort', onStop, { once: true });
  try {
    const { origin, pathname, search } = new URL(request.url);
    const { method, body = null } = request;
    agent.dispatch({ origin, path: pathname + search, method, headers, body }, answer);
    const received = await answer.received;
    if (isRedirect(answer.status)) return ended(answer.named);
    if (received.stopped !== null) return ended(answer.named.outcome === 'ok' ? received.stopped : answer.named);
    return await judge(answer, received.bytes, limits.maxBytes, keepsFiles, ended);
  } catch (error) {
    if (signal.aborted) return ended({ outcome: 'timeout', note: '采集已停止' });
    if (late) return ended({ outcome: 'timeout', note: `超过 ${limits.totalMs / 1000} 秒没有取完` });
    return ended(outcomeOfError(error));
  } finally {
    clearTimeout(clock);
    signal.removeEventListener('abort', onStop);
  }
}

/** What a whole body turns out to be. */
async function judge(
  { named, status, headers, tooLarge }: IncomingAnswer,
  received: Uint8Array,
  limit: number,
  keepsFiles: boolean,
  ended: (named: Named, body?: Uint8Array) => Exchange,
): Promise<Exchange> {
  const isAnswer = named.outcome === 'ok';
  const decoded = await decodeContent(received, headers['content-encoding'] ?? null, limit);
  if (decoded.tooLarge) return ended(isAnswer ? tooLarge : named);
  const { bytes } = decoded;
  const kind = bytes.byteLength > 0 ? foreignKind(headers['content-type'], bytes) : null;
  if (kind !== null) {
    if (!isAnswer) return ended(named);
    return ended({ outcome: 'notHtml', note: kind }, keepsFiles && fileKind(bytes) ? bytes : nothing);
  }
  const scripted = status === 202 && /<script\b/i.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));
  if (scripted) return ended({ outcome: 'challenged', note: '服务器答复 202，要求运行脚本验证' }, bytes);
  return ended(named, bytes);
}
