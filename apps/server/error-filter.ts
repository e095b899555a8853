import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseFault } from '#database';
import { AlreadyDone, BadInput, MissingResource } from '#kernel';
import { sendDashboard } from './dashboard.js';

const sentences: Record<number, string> = {
  400: '请求有误。',
  401: '请先登录。',
  403: '没有这项权限。',
  404: '没有找到所请求的内容。',
  405: '不支持这种请求方式。',
  409: '与他人的操作冲突。',
  413: '请求内容过大。',
  503: '服务暂时不可用，请稍后再试。',
};

/** Every error leaves as one Chinese line `{message}`; what went wrong inside is logged, never told. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: (error: unknown) => void) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const status = statusOf(error);
    if (status === 404 && sendDashboard(request, reply)) return;
    // What we answer ourselves (not ready yet) is no fault.
    if (status >= 500 && !(error instanceof HttpException)) this.log(error);
    void reply
      .status(status)
      .type('application/json; charset=utf-8')
      .send({ message: messageOf(error, status), ...needsOf(error) });
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof AlreadyDone) return 409;
  if (error instanceof BadInput) return 400;
  if (error instanceof MissingResource) return 404;
  if (databaseFault(error) !== null) return 503;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}

/** What is asked for before the request can be answered, where a form is to ask for it. */
function needsOf(error: unknown): { needs?: string } {
  const said = error instanceof HttpException ? error.getResponse() : null;
  const needs = typeof said === 'object' && said !== null && 'needs' in said ? said.needs : null;
  return typeof needs === 'string' ? { needs } : {};
}

function messageOf(error: unknown, status: number): string {
  const own = error instanceof HttpException || error instanceof BadInput || error instanceof MissingResource;
  // The framework's own messages are English; ours are Chinese.
  if (own && /\p{Script=Han}/u.test(error.message)) return error.message.replaceAll('\n', '；');
  return sentences[status] ?? (status >= 500 ? '服务出错，已记录。' : '请求无法处理。');
}
