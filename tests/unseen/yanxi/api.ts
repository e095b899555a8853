import { guard } from './app/guard.js';
import { ARTICLES, DOCS, READINGS } from './content/index.js';
import { LETTERS, SINGLES } from './content/others.js';
import { TREE } from './content/tree.js';
import { toHtml } from './text.js';
import { TREE_CHANNELS } from './truth.js';
import type { SiteAnswer, SiteRequest } from '../model.js';
import type { Doc, Other, Reading } from './types.js';

const COLUMNS: Record<number, string> = {
  1001: '砚溪要闻',
  1024: '县政府文件',
  1025: '县政府办公室文件',
  1026: '行政规范性文件',
  1031: '通知公告',
  1032: '公示公告',
};
const minute = 60_000;
/** Nonces that were used, with the moment at which they may be forgotten. */
const used = new Map<string, number>();

const json = (value: unknown): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});
const refused = (msg: string): SiteAnswer => json({ code: 401, msg });

/** What the gateway has against a request, or null. Every nonce counts once. */
function objection(path: string, headers: Record<string, string>, body: string, now: number): string | null {
  const stamp = headers['x-timestamp'] ?? '';
  const nonce = headers['x-nonce'] ?? '';
  if (!stamp || !nonce || headers['x-sign'] !== guard.sign(path, stamp, nonce, body)) return '验签失败';
  if (Math.abs(now - Number(stamp)) > minute) return '请求已过期';
  for (const [old, until] of used) if (until < now) used.delete(old);
  if (used.has(nonce)) return '重复请求';
  used.set(nonce, now + 2 * minute);
  return null;
}

/** Answers of the gateway: refusals are plain, everything else is enciphered. */
export function apiAt(path: string, { method, headers, body }: SiteRequest): SiteAnswer | null {
  if (!path.startsWith('/portal-api/') || path.startsWith('/portal-api/file/')) return null;
  if (path === '/portal-api/base/time') return json({ now: Date.now() });
  if (method !== 'POST') return json({ code: 405, msg: '请求方式不支持' });
  const text = new TextDecoder().decode(body);
  const against = objection(path, headers, text, Date.now());
  if (against !== null) return refused(against);
  const asked = guard.unseal((JSON.parse(text) as { data: string }).data) as Record<string, unknown>;
  const salt = Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  return json({ data: guard.seal(answerTo(path.slice('/portal-api/'.length), asked), salt) });
}

function answerTo(name: string, asked: Record<string, unknown>): unknown {
  if (name === 'article/page')
    return pageOf(Number(asked.cid), Number(asked.page), Number(asked.size), Number(asked.year) || null);
  if (name === 'article/info') return articleOf(Number(asked.id));
  if (name === 'read/info') return readingOf(Number(asked.id));
  if (name === 'read/list')
    return READINGS.filter(({ tab }) => tab === asked.tab)
      .sort((one, other) => other.at.localeCompare(one.at))
      .map(({ id, title, at }) => ({ id, title, date: at.slice(0, 10) }));
  if (name === 'channel/tree') return TREE;
  if (name === 'letter/list') return LETTERS[String(asked.tab)] ?? [];
  if (name === 'topic/list') return [];
  const single = SINGLES[String(asked.code)];
  return single ? { ...single, body: toHtml(single.body) } : null;
}

const millis = (at: string): number => Date.parse(`${at.replace(' ', 'T')}:00+08:00`);

function pageOf(cid: number, page: number, size: number, year: number | null): unknown {
  const all = ARTICLES.filter(({ cols, at }) => cols.includes(cid) && (year === null || at.startsWith(String(year))));
  const rows = all.slice((page - 1) * size, page * size).map((one) => ({
    id: one.id,
    title: one.title,
    ...(cid === 1032 ? { ms: millis(one.at) } : { date: one.at.slice(0, 10) }),
    ...(one.kind === 'document' && [1024, 1026].includes(cid) ? { number: one.number } : {}),
    ...(cid === 1026 ? { valid: one.kind === 'document' && one.expired ? null : '有效' } : {}),
  }));
  return { total: all.length, rows };
}

const common = (
  one: Doc | Other | Reading,
  near: ({ id: number; title: string } | undefined)[],
  to: string,
): Record<string, unknown> => ({
  title: one.title,
  date: one.at,
  source: one.source,
  hits: (one.id * 7) % 1900,
  body: toHtml(one.body),
  media: one.media,
  files: one.files?.map(([name, file], at) =>
    file.startsWith('/') ? { name, url: file } : { name, file, size: `${128 + at * 61}KB` },
  ),
  near: near.map((other) => (other ? { to: `${to}${other.id}`, title: other.title } : null)),
});

function articleOf(id: number): unknown {
  const at = ARTICLES.findIndex((one) => one.id === id);
  const one = ARTICLES[at];
  if (!one) return null;
  const [col = 0] = one.cols;
  const near = ARTICLES.filter(({ cols }) => cols[0] === col);
  const nth = near.indexOf(one);
  const told = common(one, [near[nth - 1], near[nth + 1]], '/detail/');
  const column = COLUMNS[col] ?? '法定主动公开内容';
  if (one.kind !== 'document') return { ...told, column };
  const readings = READINGS.filter(({ policy, from }) => policy === id && from);
  return {
    ...told,
    column,
    ...(one.ms ? { ms: millis(one.at) } : {}),
    lead: one.lead,
    above: !one.below,
    fields: fieldsOf(one),
    readings: readings.map(({ id, title, anchored }) => ({
      to: `/jd/detail/${id}`,
      title,
      kind: anchored ? 'a' : 'row',
    })),
  };
}

function fieldsOf(doc: Doc): Record<string, string> | null {
  if (doc.fields === null) return null;
  return {
    index: doc.index ?? '-',
    issuer: doc.title.includes('办公室') ? '砚溪县人民政府办公室' : '砚溪县人民政府',
    number: doc.number ?? '-',
    written: doc.issued ?? '-',
    published: doc.at.slice(0, 10),
    ...(doc.cols.includes(1026) ? { valid: doc.expired ? '失效' : '有效' } : {}),
    ...doc.fields,
  };
}

function readingOf(id: number): unknown {
  const one = READINGS.find((reading) => reading.id === id);
  if (!one) return null;
  const policy = DOCS.find((doc) => doc.id === one.policy);
  const shown = policy && one.to !== false && one.to !== 'body';
  const inTree = policy?.cols.every((col) => TREE_CHANNELS.includes(col)) ? `?cid=${policy.cols[0]}` : '';
  const nth = READINGS.indexOf(one);
  return {
    ...common(one, [READINGS[nth - 1], READINGS[nth + 1]], '/jd/detail/'),
    column: '政策解读',
    policy: shown ? { to: `/detail/${policy.id}${inTree}`, title: policy.title, kind: one.to } : undefined,
  };
}
