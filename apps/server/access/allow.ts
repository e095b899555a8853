import { applyDecorators, SetMetadata, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { AccessRule, Asked } from '#access';
import { ErrorDto } from '../dto/common.dto.js';
import { ruleKey } from './rule-key.js';
import { TrailInterceptor } from './trail.interceptor.js';

/**
 * Who may call an endpoint, and how the request is held against the units that they may see. What has no rule is refused to
 * everybody. The rule stands in the description of the API, from which the tests take it.
 * @param does what is done, in words for the trail; without it the handler writes its own line or changes nothing.
 */
export function Allow(right: Asked, { unit, does, takes }: Omit<AccessRule, 'right'>) {
  const rule: AccessRule = { right, unit, ...(does === undefined ? {} : { does }), ...(takes ? { takes } : {}) };
  return applyDecorators(
    SetMetadata(ruleKey, rule),
    ApiExtension('x-access', rule),
    ...(does === undefined ? [] : [UseInterceptors(TrailInterceptor)]),
    ...(right === 'anyone' || right === 'public'
      ? []
      : [
          ApiUnauthorizedResponse({ description: '没有登录，或登录已过期', type: ErrorDto }),
          ApiForbiddenResponse({ description: '没有这项权限，或须先修改初始口令', type: ErrorDto }),
        ]),
  );
}
