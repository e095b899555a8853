import { instant } from './figures.js';
import { roleTitle } from './roles.js';

export interface Difference {
  /** Name of what changed, `单位 · 名称`. */
  name: string;
  before: string;
  after: string;
  kind: 'added' | 'removed' | 'changed' | 'same';
}

const empty = '（空）';

/** Names of what is recorded of accounts, tokens and decisions; what is not named here keeps its own name. */
const names: Record<string, string> = {
  id: '编号',
  name: '名称',
  displayName: '姓名',
  role: '角色',
  roleTitle: '角色名称',
  unit: '单位',
  organisation: '单位',
  disabled: '停用',
  disabledAt: '停用时刻',
  sample: '示例',
  createdAt: '设立时刻',
  createdBy: '设立人',
  usedAt: '最近使用',
  revokedAt: '撤销时刻',
  withdrawn: '撤销',
  mustChangePassword: '须改口令',
  secondFactor: '两步验证',
  expiresOn: '有效期至',
  reason: '理由',
  author: '填写人',
  url: '网址',
  key: '标准栏目',
  is: '认定为',
  isNot: '认定不是',
  ignore: '不作标准栏目',
  until: '只用于该日以前',
  change: '操作',
  programme: '方案',
  period: '评估周期',
};

/** What differs between two records, field by field; of a record that is new or gone, every field. */
export function differences(before: unknown, after: unknown): Difference[] {
  const old = flat(before);
  const now = flat(after);
  // Of a record that is new or gone, what it left empty says nothing.
  const said = (values: Map<string, string>) => new Map([...values].filter(([, value]) => value !== empty));
  if (old.size === 0 || now.size === 0) return listed(said(old), said(now));
  return listed(old, now);
}

function listed(old: Map<string, string>, now: Map<string, string>): Difference[] {
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  return paths.map((path) => {
    const was = old.get(path);
    const is = now.get(path);
    const kind = was === is ? 'same' : was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return { name: nameOf(path), before: was ?? '—', after: is ?? '—', kind };
  });
}

function nameOf(path: string): string {
  return path === ''
    ? '内容'
    : path
        .split('.')
        .map((part) => names[part] ?? (/^\d+$/.test(part) ? `第 ${Number(part) + 1} 项` : part))
        .join(' · ');
}

/** Leaves of a record by their path; an empty list or record is a leaf. */
function flat(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === undefined || (value === null && path === '')) return found;
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, inner] of Object.entries(value)) flat(inner, path === '' ? key : `${path}.${key}`, found);
    return found;
  }
  const isRole = /(^|\.)role$/.test(path) && typeof value === 'string';
  return found.set(path, isRole ? roleTitle(value) : inWords(value));
}

function inWords(value: unknown): string {
  if (value === null || value === '') return empty;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') return Array.isArray(value) ? '（无）' : empty;
  const text = String(value);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? instant(text) : text;
}
