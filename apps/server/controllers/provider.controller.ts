import {
  BadRequestException,
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Post,
  Req,
  Res,
  ServiceUnavailableException,
} from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownPage } from '#access';
import { log, notOurErrand, signInByProvider, toldOf, whyOf, type Provider } from '#operations';
import { Allow } from '../access/allow.js';
import { beginSession, cookieName } from '../access/identify.js';
import { errandOf, setErrand, setFault } from '../access/provider-cookies.js';
import { Checked, exactly } from '../checked.js';
import { ErrandDto, NewErrandDto } from '../dto/account.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

const newErrand = exactly({ back: z.string({ error: '应为文字' }).max(2000, '过长').optional() });

/** Single sign-on: a browser is sent to the provider, and comes back with what its account is found by. */
@ApiTags('登录')
@Controller('session/provider')
export class ProviderController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Post()
  @HttpCode(200)
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '开始用统一身份认证登录：取得要打开的网址；没有设置统一身份认证为 404' })
  @ApiBody({ type: NewErrandDto })
  @ApiOkResponse({ type: ErrandDto })
  @ApiResponse({ status: 503, description: '统一身份认证没有答复', type: ErrorDto })
  async beginErrand(
    @Body(new Checked(newErrand)) { back }: z.output<typeof newErrand>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErrandDto> {
    const provider = this.provider();
    const { origin } = request.headers;
    const own = new URL(provider.comesBack).origin;
    // The browser comes back to the address of the settings, and must have been sent from there to be known again.
    if (origin !== undefined && origin !== own)
      throw new BadRequestException(`请从 ${own} 打开本系统，再用统一身份认证登录`);
    const { url, begun } = await provider.begin().catch((error: unknown) => {
      log.warn('统一身份认证', { why: whyOf(error) });
      throw new ServiceUnavailableException(toldOf(error));
    });
    const before = request.cookies[cookieName] ?? null;
    const errand = { ...begun, back: ownPage(back), before, at: this.context.access.now().getTime() };
    setErrand(this.context, request, reply, errand);
    setFault(this.context, request, reply, null);
    return { url };
  }

  @Get('callback')
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '从统一身份认证回来：登录后转到原来的页面，不成则转到登录页' })
  @ApiResponse({ status: 303, description: '转到本系统的页面' })
  async endErrand(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const provider = this.provider();
    const errand = errandOf(this.context, request);
    const to = (page: string) =>
      reply.status(303).headers({ location: at(provider, page), 'cache-control': 'no-store' });
    const { searchParams: query } = new URL(request.url, provider.comesBack);
    setErrand(this.context, request, reply, null);
    const { stores, access } = this.context;
    const result =
      errand === null || query.get('state') !== errand.state
        ? { told: notOurErrand }
        : await signInByProvider(
            stores,
            provider,
            { query, errand, address: request.ip, agent: request.headers['user-agent'] ?? null },
            { sampleOnly: await this.context.isOpen(), now: access.now() },
          );
    const back = errand?.back ?? '/';
    if ('told' in result) {
      setFault(this.context, request, reply, result.told);
      await to(`/sign-in?back=${encodeURIComponent(back)}`).send();
      return;
    }
    await beginSession(
      this.context,
      { account: result.account, byProvider: true, before: errand?.before ?? null },
      request,
      reply,
    );
    await to(back).send();
  }

  private provider(): Provider {
    if (this.context.provider === null) throw new NotFoundException('没有设置统一身份认证');
    return this.context.provider;
  }
}

/** A page of ours under the whole address that people open, so that nothing in it leads elsewhere. */
function at({ comesBack }: Provider, page: string): string {
  return new URL(comesBack).origin + page;
}
