import { ForbiddenException } from '@nestjs/common';
import type { Author } from '#operations';
import { authorOf, type Principal } from './principal.js';

/** Who answers for what is done in casework. @throws ForbiddenException for programs: it takes a person. */
export function signerOf(asker: Principal): Author {
  if (asker.account === null) throw new ForbiddenException('接口令牌不能用于这项操作');
  const { id, unit, sample } = asker.account;
  return { account: id, name: authorOf(asker), unit: unit?.id ?? null, sample };
}
