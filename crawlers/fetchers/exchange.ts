import { type Agent } from 'undici';
import { decodeContent, type PageRequest } from '#evidence';
import { fileKind } from '#files';
import { askedHeader } from './asked-requests.js';
import { foreignKind } from './content-kind.js';
import type { FetchLimits } from './limits.js';
import { outcomeOfError, outcomeOfStatus, type Named } from './outcome-of.js';

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
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  let late = false;
  const clock = setTimeout(() => {
    late = true;
    stop.abort();
  }, limits.totalMs);
  signal.addEventListener('abort', onStop, { once: true });
  const seen: Pick<Exchange, 'status' | 'headers' | 'setCookie'> = { status: null, headers: {}, setCookie: undefined };
  try {
    if (signal.aborted) return { ...seen, outcome: 'timeout', note: '采集已停止', body: nothing };
    const url = new URL(request.url);
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: request.method,
      headers,
      body: request.body ?? null,
      signal: stop.signal,
    });
    // An error after we turned away from the body is of no interest.
    answer.body.on('error', () => undefined);
    seen.status = answer.statusCode;
    seen.headers = flatten(answer.headers);
    seen.setCookie = answer.headers['set-cookie'];
    const named = outcomeOfStatus(answer.statusCode, seen.headers);
    if (isRedirect(answer.statusCode)) {
      await answer.body.dump({ limit: 65_536 }).catch(() => undefined);
      return { ...seen, ...named, body: nothing };
    }
    const received = await receive(answer.body, seen.headers, limits.maxBytes, keepsFiles);
    return judge(seen, named, received);
  } catch (error) {
    if (signal.aborted) return { ...seen, outcome: 'timeout', note: '采集已停止', body: nothing };
    if (late) return { ...seen, outcome: 'timeout', note: `超过 ${limits.totalMs / 1000} 秒没有取完`, body: nothing };
    return { ...seen, ...outcomeOfError(error), body: nothing };
  } finally {
    clearTimeout(clock);
    signal.removeEventListener('abort', onStop);
  }
}

type Received = { bytes: Uint8Array; stopped: null } | { bytes: Uint8Array | null; stopped: Named };

async function receive(
  body: AsyncIterable<Buffer>,
  headers: Record<string, string>,
  limit: number,
  keepsFiles: boolean,
): Promise<Received> {
  const tooLarge: Named = { outcome: 'tooLarge', note: `超过 ${limit / 1024 / 1024} MB` };
  const encoded = headers['content-encoding'] ?? null;
  const announced = encoded === null ? Number(headers['content-length'] ?? 0) : 0;
  const parts: Buffer[] = [];
  let kind: string | null = null;
  let size = 0;
  // A file that is too large is an attachment like any other that is left where it is.
  const stop = (): Received => ({
    bytes: null,
    stopped: kind === null ? tooLarge : { outcome: 'notHtml', note: `${kind}，${tooLarge.note}，没有读取` },
  });
  for await (const part of body) {
    size += part.byteLength;
    if (parts.length === 0 && encoded === null) {
      kind = isGzip(part) ? null : foreignKind(headers['content-type'], part);
      // Attachments are known by their first bytes; the rest of them is left where it is.
      if (kind && !(keepsFiles && fileKind(part))) return { bytes: null, stopped: { outcome: 'notHtml', note: kind } };
      if (announced > limit) return stop();
    }
    if (size > limit) return stop();
    parts.push(part);
  }
  const whole = parts.length === 1 ? (parts[0] ?? nothing) : Buffer.concat(parts, size);
  const decoded = await decodeContent(whole, encoded, limit);
  if (decoded.tooLarge) return { bytes: null, stopped: tooLarge };
  const { bytes } = decoded;
  kind = bytes.byteLength > 0 ? foreignKind(headers['content-type'], bytes) : null;
  if (kind === null) return { bytes, stopped: null };
  return { bytes: keepsFiles && fileKind(bytes) ? bytes : null, stopped: { outcome: 'notHtml', note: kind } };
}

function judge(seen: Pick<Exchange, 'status' | 'headers' | 'setCookie'>, named: Named, received: Received): Exchange {
  if (received.stopped !== null) {
    const isAnswer = named.outcome === 'ok';
    return {
      ...seen,
      ...(isAnswer ? received.stopped : named),
      body: isAnswer ? (received.bytes ?? nothing) : nothing,
    };
  }
  const scripted =
    seen.status === 202 && /<script\b/i.test(Buffer.from(received.bytes.subarray(0, 65_536)).toString('latin1'));
  if (scripted)
    return { ...seen, outcome: 'challenged', note: '服务器答复 202，要求运行脚本验证', body: received.bytes };
  return { ...seen, ...named, body: received.bytes };
}

export function isRedirect(status: number | null): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    // Session cookies are of no use as evidence, and what a browser saw no site may write down.
    if (value !== undefined && name !== 'set-cookie' && name !== askedHeader)
      flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}
