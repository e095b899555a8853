import {
  BadRequestException,
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  Inject,
  Post,
  Put,
  Req,
  Res,
  UnauthorizedException,
} from '@nestjs/common';
import {
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { rightsInSample } from '#access';
import type { AccountRow } from '#database';
import {
  beginAttempt,
  changePassword,
  closeSession,
  confirmMail,
  demoOffer,
  dropSecondFactor,
  offerMail,
  offerSecondFactor,
  record,
  signIn,
  takeBack,
  takeSecondFactor,
} from '#operations';
import { Allow } from '../access/allow.js';
import { beginSession, cookieName, Identify, setSessionCookie } from '../access/identify.js';
import { Asker, doerOf, type Principal } from '../access/principal.js';
import { faultOf, setFault } from '../access/provider-cookies.js';
import { Checked, exactly } from '../checked.js';
import {
  CodeDto,
  describeAccount,
  MailCodeDto,
  MailDto,
  NewPasswordDto,
  NewSessionDto,
  SecondFactorOfferDto,
  SessionDto,
} from '../dto/account.dto.js';
import { ErrorDto } from '../dto/common.dto.js';
import { ServerContext } from '../server-context.js';

const typed = (most: number) => z.string({ error: '应为文字' }).min(1, '没有填写').max(most, '过长');
const code = z
  .string({ error: '应为文字' })
  .regex(/^\s*\d{3}\s?\d{3}\s*$/, '应为六位数字')
  .transform((text) => text.replace(/\s/g, ''));
const newSession = exactly({ name: typed(100), password: typed(500), code: code.optional() });
const newPassword = exactly({ current: typed(500), next: typed(500) });
const givenCode = exactly({ code });
const newMail = exactly({
  address: z.string({ error: '应为文字' }).max(300, '过长').nullable(),
  wanted: z.boolean({ error: '应为 true 或 false' }),
});
const mailCode = exactly({ code: typed(40) });

const refusals = {
  wrong: { message: '账号或口令不正确' },
  demoEnded: { message: '示例账号只在示例数据中可用；这里已有真实数据，请用自己的账号登录' },
  needsCode: { message: '请输入身份验证器上的六位验证码', needs: 'code' },
  sealed: { message: '两步验证的密钥读不出，请管理员重置口令' },
  wrongCode: { message: '验证码不正确，或已经用过；请等下一个', needs: 'code' },
};

@ApiTags('登录')
@Controller('session')
export class SessionController {
  constructor(
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(Identify) private readonly identify: Identify,
  ) {}

  @Get()
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '谁登录了，有什么权限；是不是示例数据' })
  @ApiOkResponse({ type: SessionDto })
  async session(@Asker() asker: Principal, @Req() request: FastifyRequest): Promise<SessionDto> {
    return { ...(await this.describe(asker)), providerFault: faultOf(this.context, request) };
  }

  @Post()
  @HttpCode(200)
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '登录；会话编号在 Cookie 中，脚本读不到' })
  @ApiBody({ type: NewSessionDto })
  @ApiOkResponse({ type: SessionDto })
  @ApiUnauthorizedResponse({ description: '不正确，或须填验证码（needs 为 code）', type: ErrorDto })
  @ApiResponse({ status: 429, description: '失败次数过多，须等待', type: ErrorDto })
  async signIn(
    @Body(new Checked(newSession)) asked: z.output<typeof newSession>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    const { stores, access } = this.context;
    const from = { address: request.ip, agent: request.headers['user-agent'] ?? null };
    const about = { sampleOnly: await this.context.isOpen(), now: access.now(), seal: access.seal };
    const result = await signIn(stores, { ...asked, ...from }, about);
    if ('refused' in result) {
      if (result.refused === 'locked') throw tooMany(result.minutes);
      throw new UnauthorizedException(refusals[result.refused]);
    }
    await this.begin(result.account, request, reply);
    return this.describe(await this.identify.asAccount(result.account));
  }

  @Delete()
  @HttpCode(204)
  @Allow('anyone', { unit: 'none' })
  @ApiOperation({ summary: '退出登录' })
  @ApiNoContentResponse()
  async signOut(
    @Asker() asker: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const id = request.cookies[cookieName];
    setSessionCookie(request, reply, null);
    if (id === undefined || asker.kind !== 'account') return;
    await closeSession(this.context.stores, id);
    await this.note(request, asker, 'session.close', '退出登录');
  }

  @Put('password')
  @HttpCode(204)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '修改本人口令；其他会话随即结束' })
  @ApiBody({ type: NewPasswordDto })
  @ApiNoContentResponse()
  async changePassword(
    @Asker() asker: Principal,
    @Body(new Checked(newPassword)) asked: z.output<typeof newPassword>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const account = accountOf(asker);
    await this.guessing(
      account,
      request,
      async () => {
        if (
          (await changePassword(this.context.stores, account, { ...asked, now: this.context.access.now() })) ===
          'changed'
        )
          return true;
        await this.note(request, asker, 'session.failed', '修改口令未成功：现在的口令不正确');
        return false;
      },
      '现在的口令不正确',
    );
    await this.begin(account, request, reply);
    await this.note(request, asker, 'password.change', '修改本人口令');
  }

  @Post('second-factor')
  @HttpCode(200)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '开始设置两步验证：取得密钥；交回一个验证码后生效' })
  @ApiOkResponse({ type: SecondFactorOfferDto })
  async offerSecondFactor(@Asker() asker: Principal): Promise<SecondFactorOfferDto> {
    return offerSecondFactor(this.context.stores, ready(accountOf(asker)), this.context.access.seal);
  }

  @Put('second-factor')
  @HttpCode(204)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '交回验证码，开启两步验证' })
  @ApiBody({ type: CodeDto })
  @ApiNoContentResponse()
  async takeSecondFactor(
    @Asker() asker: Principal,
    @Body(new Checked(givenCode)) asked: z.output<typeof givenCode>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const account = ready(accountOf(asker));
    const { stores, access } = this.context;
    const take = () => takeSecondFactor(stores, account, asked.code, { now: access.now(), seal: access.seal });
    await this.guessing(account, request, take, '验证码不正确');
    await this.note(request, asker, 'secondFactor.take', '开启两步验证');
  }

  @Delete('second-factor')
  @HttpCode(204)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '交回验证码，关闭两步验证' })
  @ApiBody({ type: CodeDto })
  @ApiNoContentResponse()
  async dropSecondFactor(
    @Asker() asker: Principal,
    @Body(new Checked(givenCode)) asked: z.output<typeof givenCode>,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const account = ready(accountOf(asker));
    const { stores, access } = this.context;
    const drop = () => dropSecondFactor(stores, account, asked.code, { now: access.now(), seal: access.seal });
    await this.guessing(account, request, drop, '验证码不正确，或已经用过');
    await this.note(request, asker, 'secondFactor.drop', '关闭两步验证');
  }

  @Put('mail')
  @HttpCode(200)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '填写本人的邮箱（随即发去确认码），或愿不愿意收信' })
  @ApiBody({ type: MailDto })
  @ApiOkResponse({ type: SessionDto })
  async setMail(
    @Asker() asker: Principal,
    @Body(new Checked(newMail)) asked: z.output<typeof newMail>,
    @Req() request: FastifyRequest,
  ): Promise<SessionDto> {
    const account = ready(accountOf(asker));
    const { stores, access, mailer, network } = this.context;
    const way = { mailer, address: network.MINGJING_ADDRESS ?? null, now: access.now() };
    if ((asked.address?.trim() || null) !== account.mail || (account.mail !== null && account.mailConfirmedAt === null))
      await offerMail(stores, account, asked.address, way);
    if (asked.wanted !== account.mailWanted) await stores.accounts.change(account.id, { mailWanted: asked.wanted });
    await this.note(request, asker, 'mail.change', '改动本人邮箱');
    return this.describe(await this.identify.asAccount((await stores.accounts.account(account.id))!));
  }

  @Put('mail/confirmation')
  @HttpCode(200)
  @Allow('signedIn', { unit: 'none' })
  @ApiOperation({ summary: '交回确认码，以后发信到这个邮箱' })
  @ApiBody({ type: MailCodeDto })
  @ApiOkResponse({ type: SessionDto })
  async confirmMail(
    @Asker() asker: Principal,
    @Body(new Checked(mailCode)) asked: z.output<typeof mailCode>,
    @Req() request: FastifyRequest,
  ): Promise<SessionDto> {
    const account = ready(accountOf(asker));
    const { stores, access } = this.context;
    await this.guessing(account, request, () => confirmMail(stores, account, asked.code, access.now()), '确认码不正确');
    await this.note(request, asker, 'mail.confirm', '确认本人邮箱');
    return this.describe(await this.identify.asAccount((await stores.accounts.account(account.id))!));
  }

  private async describe({ kind, rights, account }: Principal): Promise<SessionDto> {
    const open = await this.context.isOpen();
    return {
      account: account ? describeAccount(account, this.identify.passwordEnds(account)) : null,
      rights: [...(kind === 'nobody' && open ? rightsInSample : rights)],
      reading: open ? 'open' : 'signedIn',
      mails: account !== null && this.context.mailer !== null,
      demo: await demoOffer(this.context.stores, open),
      provider: this.context.provider !== null,
      providerFault: null,
    };
  }

  private async begin(account: AccountRow, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await beginSession(this.context, { account, before: request.cookies[cookieName] ?? null }, request, reply);
    setFault(this.context, request, reply, null);
  }

  /** Somebody with another's session may guess no more often than somebody without. */
  private async guessing(
    { name }: AccountRow,
    request: FastifyRequest,
    isRight: () => Promise<boolean>,
    sentence: string,
  ): Promise<void> {
    const { stores, access } = this.context;
    const wait = await beginAttempt(stores, name, request.ip, access.now());
    if (wait > 0) throw tooMany(Math.ceil(wait / 60_000));
    let counts = false;
    try {
      counts = !(await isRight());
    } finally {
      if (!counts) await takeBack(stores, name, request.ip);
    }
    if (counts) throw new BadRequestException(sentence);
  }

  private note(request: FastifyRequest, asker: Principal, what: string, sentence: string): Promise<void> {
    return record(this.context.stores.audit, doerOf(request, asker), { what, sentence }, this.context.access.now());
  }
}

function tooMany(minutes: number): HttpException {
  return new HttpException({ message: `失败次数过多，请在 ${minutes} 分钟后再试` }, 429);
}

function accountOf({ account }: Principal): AccountRow {
  if (!account) throw new UnauthorizedException('请先登录');
  return account;
}

/** Only the first password itself may be changed before it was. */
function ready(account: AccountRow): AccountRow {
  if (account.mustChangePassword) throw new HttpException({ message: '请先修改口令', needs: 'password' }, 403);
  return account;
}
