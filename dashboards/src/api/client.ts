import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

/** Why an answer did not come, in words for the reader. */
export class Unanswered extends Error {
  constructor(
    message: string,
    /** HTTP status; null when the server was not reached. */
    readonly status: number | null,
  ) {
    super(message);
    this.name = 'Unanswered';
  }
}

export const api = createClient<paths>({ baseUrl: '/' });

/**
 * The body of an answer.
 * @throws {Unanswered} when the server refused or was not reached.
 */
export async function body<Body>(
  asked: Promise<{ data?: Body; error?: unknown; response: Response }>,
): Promise<NonNullable<Body>> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unanswered('没有连上明镜服务。请检查网络，或请管理员确认服务正在运行，然后重试。', null);
  });
  if (data === undefined || data === null) throw new Unanswered(sentence(error, response.status), response.status);
  return data;
}

/** Puts the words to be marked on the address of a kept page. */
export function markedPageUrl(pageUrl: string, marks: string[]): string {
  const query = marks.slice(0, 20).map((mark) => `mark=${encodeURIComponent(mark.slice(0, 500))}`);
  // The server gives the first marked word the id `mark`: the frame opens there.
  return query.length ? `${pageUrl}?${query.join('&')}#mark` : pageUrl;
}

export function circularFileUrl(circular: string, format: string): string {
  return `/api/v1/circulars/${encodeURIComponent(circular)}/file?format=${encodeURIComponent(format)}`;
}

function sentence(error: unknown, status: number): string {
  const said = readMessage(error);
  if (said) return said;
  if (status === 404) return '没有找到所要的内容，可能尚未评估或已更名。';
  if (status >= 500) return '服务暂时出错，请稍后重试；如仍出错，请把发生时间告知管理员。';
  return `服务没有给出内容（状态 ${status}）。`;
}

function readMessage(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { message } = error as { message?: unknown };
  const text = Array.isArray(message) ? message.join('；') : message;
  // Messages for readers are Chinese; anything else is a machine's and helps nobody.
  return typeof text === 'string' && /[一-鿿]/.test(text) ? text : null;
}
