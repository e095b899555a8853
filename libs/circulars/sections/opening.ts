import type { Draft } from '../draft.js';
import type { Block } from '../model.js';
import { line } from '../tokens.js';

/** 按照……要求，……现将有关情况通报如下：. The words `work` say what was done. */
export function opening(draft: Draft, work: string): Block {
  return {
    kind: 'paragraph',
    runs: line`按照${draft.given('basis')}要求，${draft.given('issuer')}组织对${draft.given('area')}各单位${draft.given('period')}${work}。现将有关情况通报如下：`,
  };
}
