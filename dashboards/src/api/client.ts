import createClient from 'openapi-fetch';
import { asJson, patient, type Needs } from './patient.js';
import type { paths } from './schema.js';

/** Why an answer did not come, in words for the reader. */
export class Unanswered extends Error {
  constructor(
    message: string,
    /** HTTP status; null when the server was not reached. */
    readonly status: number | null,
    /** What the server asks for before it answers: `code`, the second factor, or `password`, a changed one. */
    readonly needs: string | null = null,
  ) {
    super(message);
    this.name = 'Unanswered';
  }
}

/** Set by the frame of the pages; until then a refusal is just told. */
const needs: Needs = { signIn: () => Promise.resolve(false), changePassword: () => {} };

export function answerNeeds(how: Needs): void {
  Object.assign(needs, how);
}

export const api = createClient<paths>({
  baseUrl: '/',
  fetch: patient((request) => fetch(asJson(request)), {
    signIn: () => needs.signIn(),
    changePassword: () => needs.changePassword(),
  }),
});

interface Answered<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/**
 * The body of an answer.
 * @throws {Unanswered} when the server refused or was not reached.
 */
export async function body<Body>(asked: Promise<Answered<Body>>): Promise<NonNullable<Body>> {
  const { data, error, response } = await reached(asked);
  if (data === undefined || data === null) throw refusal(error, response.status);
  return data;
}

/**
 * Waits for something to be done of which there is nothing to tell.
 * @throws {Unanswered} when the server refused or was not reached.
 */
export async function done(asked: Promise<Answered<unknown>>): Promise<void> {
  const { error, response } = await reached(asked);
  if (!response.ok) throw refusal(error, response.status);
}

async function reached<Body>(asked: Promise<Answered<Body>>): Promise<Answered<Body>> {
  return asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unanswered('没有连上明镜服务。请检查网络，或请管理员确认服务正在运行，然后重试。', null);
  });
}

function refusal(error: unknown, status: number): Unanswered {
  const needed = typeof error === 'object' && error !== null ? (error as { needs?: unknown }).needs : null;
  return new Unanswered(sentence(error, status), status, typeof needed === 'string' ? needed : null);
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
  if (status === 401) return '请先登录，再重试。';
  if (status === 403) return '您的角色没有这项权限；如确需办理，请联系管理员。';
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
