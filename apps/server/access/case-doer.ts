import { ForbiddenException } from '@nestjs/common';
import type { CaseDoer } from '#operations';
import { authorOf, type Principal } from './principal.js';

/** Whoever asks as the one who signs for a deed in a case. @throws ForbiddenException for nobody. */
export function caseDoerOf(asker: Principal): CaseDoer {
  if (asker.id === null) throw new ForbiddenException('请先登录');
  return { id: asker.id, signs: authorOf(asker), sample: asker.sample };
}
