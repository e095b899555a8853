import {
  ForbiddenException,
  Inject,
  Injectable,
  NotFoundException,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { rightsInSample, rightTitles, roleTitles, type AccessRule, type Right } from '#access';
import { SameOrigin } from '../same-origin.js';
import { ServerContext } from '../server-context.js';
import { ruleKey } from './rule-key.js';
import { Identify } from './identify.js';
import { setPrincipal, type Principal } from './principal.js';
import { Refusals } from './refusals.js';
import { UnitsOfRequest } from './units-of-request.js';

/** Lets a request through only by the rule of its endpoint; an endpoint without a rule is refused to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly sameOrigin = new SameOrigin();

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(Identify) private readonly identify: Identify,
    @Inject(UnitsOfRequest) private readonly unitsOfRequest: UnitsOfRequest,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ruleKey, execution.getHandler());
    if (!rule) throw new ForbiddenException('这个接口没有设定权限');
    // What is not public is not there, whoever asks and however.
    if (rule.right === 'public' && !(await this.context.isPublic()))
      throw new NotFoundException('没有找到所请求的内容');
    const changes = !['GET', 'HEAD'].includes(request.method);
    const principal = await this.identify.of(request);
    setPrincipal(request, principal);
    try {
      if (changes) this.sameOrigin.check(request, rule.takes);
      await this.check(request, rule, principal, changes);
    } catch (error) {
      await this.refusals.note(request, rule, principal, error);
      throw error;
    }
    return true;
  }

  private async check(
    request: FastifyRequest,
    rule: AccessRule,
    principal: Principal,
    changes: boolean,
  ): Promise<void> {
    if (rule.right === 'anyone' || rule.right === 'public') return;
    if (principal.kind === 'nobody') {
      if (!changes && rule.right !== 'signedIn' && (await this.maySeeSample(rule.right))) return;
      throw new UnauthorizedException(request.cookies.mingjing_session ? '登录已过期，请重新登录' : '请先登录');
    }
    if (rule.right === 'signedIn') {
      if (principal.kind === 'account') return;
      throw new ForbiddenException('接口令牌不能用于这项操作');
    }
    if (principal.account?.mustChangePassword)
      throw new ForbiddenException({ message: '请先修改口令', needs: 'password' });
    if (!principal.rights.includes(rule.right))
      throw new ForbiddenException(
        `${principal.role ? roleTitles[principal.role] : ''}没有“${rightTitles[rule.right]}”的权限`,
      );
    if (principal.units === null) return;
    if (rule.unit === 'whole') throw new ForbiddenException('只有管辖全部单位的账号可用');
    const foreign = await this.unitsOfRequest.foreign(request, rule.unit, principal.units);
    // What belongs to others is not there: the answer is that for what does not exist.
    if (foreign !== null) throw new NotFoundException(foreign);
  }

  private async maySeeSample(right: Right): Promise<boolean> {
    return rightsInSample.includes(right) && (await this.context.isOpen());
  }
}
