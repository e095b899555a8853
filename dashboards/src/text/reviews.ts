import type { FindingVerdict } from '../api/types.js';

/** Reasons that reviewers give most. */
export const usualReasons: Readonly<Record<FindingVerdict, readonly string[]>> = {
  confirmed: ['经核对，情况属实'],
  dismissed: [
    '页面上已有，系统没有认出',
    '日期读错，实际在期限内',
    '该单位不承担这项工作',
    '网站临时故障，复查时正常',
    '同类信息在其他栏目公开',
  ],
  merged: ['同一篇文件', '同一个栏目', '同一原因引起'],
};

export type ReviewKey = 'next' | 'previous' | 'confirm' | 'dismiss' | 'merge' | 'select' | 'undo' | 'help';

const keys: Readonly<Record<string, ReviewKey>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  c: 'confirm',
  r: 'dismiss',
  m: 'merge',
  x: 'select',
  z: 'undo',
  '?': 'help',
};

/** What a key stands for; null for other keys, and where it belongs to a field or to the browser. */
export function reviewKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  isField: boolean,
): ReviewKey | null {
  if (isField || event.ctrlKey || event.metaKey || event.altKey) return null;
  return keys[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null;
}

export const keyHelp: readonly (readonly [string, string])[] = [
  ['j 或 ↓', '下一个'],
  ['k 或 ↑', '上一个'],
  ['c', '确认'],
  ['r', '排除（要写理由）'],
  ['m', '并入同一单位的另一个问题'],
  ['x', '选中或取消选中，之后 c、r、m 对选中的全部生效'],
  ['z', '撤销自己最近一次的复核'],
  ['?', '显示或收起本说明'],
];

/**
 * Ids of deeds: what is sent again because no answer came keeps its id and is done once; a new deed has a new one.
 * @param make gives an id that nobody else gives.
 */
export class DeedIds {
  private readonly open = new Map<string, string>();
  constructor(private readonly make: () => string = unique) {}

  idOf(deed: object): string {
    const key = JSON.stringify(deed);
    const known = this.open.get(key) ?? this.make();
    this.open.set(key, known);
    return known;
  }

  /** It was answered: the same asked for again is another deed. */
  settle(deed: object): void {
    this.open.delete(JSON.stringify(deed));
  }
}

/** Also on pages that did not come by https, where browsers give no UUIDs. */
function unique(): string {
  const parts = crypto.getRandomValues(new Uint32Array(4));
  return [...parts].map((part) => part.toString(36)).join('-');
}
