import type { FetchOutcome } from '#evidence';

export interface Named {
  outcome: FetchOutcome;
  note: string | null;
  /** The host is given up for this round: trying again would not help. */
  final?: true;
}

/** What an answer's status means. Redirects are followed before this is asked. */
export function outcomeOfStatus(status: number, headers: Record<string, string>): Named {
  if (headers['cf-mitigated'] === 'challenge') return { outcome: 'challenged', note: `服务器答复 ${status}，要求验证` };
  if (status === 412 || status === 521)
    return { outcome: 'challenged', note: `服务器答复 ${status}，要求运行脚本验证` };
  if (status >= 200 && status < 300) return { outcome: 'ok', note: null };
  if (status === 304) return { outcome: 'notModified', note: null };
  if (status >= 300 && status < 400)
    return { outcome: 'serverError', note: `服务器答复 ${status}，却没有给出可用的去向` };
  if (status === 404) return { outcome: 'notFound', note: null };
  if (status === 410) return { outcome: 'gone', note: null };
  if (status === 408) return { outcome: 'timeout', note: '服务器答复 408' };
  if (status === 429) return { outcome: 'rateLimited', note: null };
  if (status >= 500) return { outcome: 'serverError', note: `服务器答复 ${status}` };
  return { outcome: 'forbidden', note: `服务器答复 ${status}` };
}

const byCode: Record<string, Named> = {
  ENOTFOUND: { outcome: 'dns', note: '域名查不到地址' },
  EAI_AGAIN: { outcome: 'dns', note: '域名服务器没有答复' },
  EAI_FAIL: { outcome: 'dns', note: '域名解析失败' },
  EAI_NODATA: { outcome: 'dns', note: '域名没有地址记录' },
  ECONNREFUSED: { outcome: 'refused', note: '服务器拒绝连接' },
  ECONNRESET: { outcome: 'refused', note: '连接被重置' },
  EPIPE: { outcome: 'refused', note: '连接中断' },
  EHOSTUNREACH: { outcome: 'refused', note: '主机不可达' },
  ENETUNREACH: { outcome: 'refused', note: '网络不可达' },
  UND_ERR_SOCKET: { outcome: 'refused', note: '连接中断，内容不完整' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { outcome: 'refused', note: '内容与声明的长度不符' },
  UND_ERR_HEADERS_OVERFLOW: { outcome: 'tooLarge', note: '答复的头部过长' },
  HPE_HEADER_OVERFLOW: { outcome: 'tooLarge', note: '答复的头部过长' },
  UND_ERR_CONNECT_TIMEOUT: { outcome: 'timeout', note: '连接超时' },
  UND_ERR_HEADERS_TIMEOUT: { outcome: 'timeout', note: '等不到答复' },
  UND_ERR_BODY_TIMEOUT: { outcome: 'timeout', note: '内容传输停顿' },
  ETIMEDOUT: { outcome: 'timeout', note: '连接超时' },
};

const tlsCode =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO|CRL_|INVALID_CA|ERR_OSSL)/;

/** What an exception of the transport means; every one has a name, none passes through. */
export function outcomeOfError(error: unknown): Named {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = innerOf(at), depth += 1) {
    const code = (at as NodeJS.ErrnoException).code ?? '';
    if (code === 'MINGJING_BLOCKED') return { outcome: 'blockedByPolicy', note: at.message };
    const known = byCode[code];
    if (known) return known;
    if (tlsCode.test(code)) return { outcome: 'tls', note: `安全连接失败（${code}）` };
    if (code.startsWith('HPE_')) return { outcome: 'refused', note: `答复不合 HTTP 规范（${code}）` };
    if (code.startsWith('EAI_')) return { outcome: 'dns', note: `域名解析失败（${code}）` };
  }
  const said = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'unknown';
  return { outcome: 'refused', note: `连接失败（${said}）` };
}

function innerOf(error: Error): unknown {
  if (error instanceof AggregateError) return (error.errors as unknown[])[0];
  return error.cause;
}
