import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import { guardDescription } from './access/description.js';
import { compressAnswers } from './compress-answers.js';
import { serveDashboards } from './dashboard.js';
import { ErrorDto } from './dto/common.dto.js';
import { ErrorFilter } from './error-filter.js';
import { measureAnswers } from './metrics.js';
import { addSecurityHeaders } from './security-headers.js';
import type { ServerContext } from './server-context.js';

export const apiPrefix = 'api/v1';

/** The application, put together but not listening. `log` is told of errors that are ours. */
export async function createApp(
  context: ServerContext,
  log: (error: unknown) => void,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 300 },
    // A file may take its time over a slow line; the head of a request, and silence within a file, may not.
    requestTimeout: 600_000,
    http: { headersTimeout: 30_000 },
    // A server that is told to stop does not wait for idle browsers.
    forceCloseConnections: true,
    // Without a proxy that is known, the address of a request is that of its connection.
    trustProxy: context.access.trustedProxies ?? false,
    // An address that cannot even be decoded, or names what is too long for a name, is answered before anything else is asked.
    frameworkErrors: ({ code }: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const [status, message] =
        code === 'FST_ERR_MAX_PARAM_LENGTH' ? [404, '没有找到所请求的内容。'] : [400, '请求的地址有误。'];
      void reply.status(status).headers({ 'x-content-type-options': 'nosniff' }).send({ message });
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.over(context), adapter, {
    logger: false,
    abortOnError: false,
  });
  addSecurityHeaders(adapter.getInstance());
  // Files are read by their handler, once it is settled who asks, and never more of them than may be kept.
  adapter
    .getInstance()
    .addContentTypeParser('application/octet-stream', (_request, stream, done) => done(null, stream));
  compressAnswers(adapter.getInstance());
  measureAnswers(adapter.getInstance());
  await app.register(fastifyCookie);
  guardDescription(app, context);
  app.setGlobalPrefix(apiPrefix);
  app.useGlobalFilters(new ErrorFilter(log));
  await serveDashboards(app, () => context.isPublic());
  return app;
}

/** The description of the API from which clients are generated. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const about = new DocumentBuilder()
    .setTitle('明镜：政务公开监测评分接口')
    .setDescription(
      '除示例数据外须先登录（会话 Cookie），或带接口令牌（Authorization: Bearer mj_…）；各接口的权限见 x-access。日期为 YYYY-MM-DD（北京时间），时刻为 ISO 8601（UTC），分值为十进制文本；没有的值为 null。出错时返回 {message}，一句中文。',
    )
    .setVersion('1')
    .addCookieAuth('mingjing_session')
    .addBearerAuth()
    .addGlobalResponse({ status: 400, description: '请求有误', type: ErrorDto })
    .addGlobalResponse({ status: 404, description: '没有找到', type: ErrorDto })
    .build();
  return SwaggerModule.createDocument(app, about, {
    operationIdFactory: (_controller, method) => method,
  });
}
