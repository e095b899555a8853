import { DOCS, LETTERS, OTHERS, READINGS, REPORTS, GUIDE } from './content/index.js';
import { OFFICE, snowflake } from './text.js';
import type { Doc, Other } from './types.js';
import type { SiteAnswer, SiteRequest } from '../model.js';

const NEWEST_FIRST = (a: { at: string }, b: { at: string }): number => b.at.localeCompare(a.at);
const ms = (at: string): number => Date.parse(`${at.replace(' ', 'T')}+08:00`);

const say = (body: unknown): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json;charset=UTF-8', vary: 'Origin' },
  body: JSON.stringify(body),
});
const ok = (data: unknown): SiteAnswer => say({ code: 0, msg: 'success', data });
const failed = (code: number, msg: string): SiteAnswer => say({ code, msg, data: null });

type Listed = Doc | Other;
const inChannel = (cid: number): Listed[] =>
  [...DOCS, ...OTHERS].filter(({ cols }) => cols.includes(cid)).sort(NEWEST_FIRST);
const row = (one: { key: string; title: string; at: string; state?: 0; outside?: string }, instant = false) => ({
  id: snowflake(one.key),
  bt: one.title,
  fbsj: instant ? ms(one.at) : one.at,
  cjsj: '2026-06-28 22:10:05',
  fbzt: one.state ?? 1,
  wbdz: one.outside ?? null,
});

/** The fields of a page; none where the form had none. */
function fieldsOf(doc: Doc) {
  if (doc.index === undefined) return {};
  return {
    syh: doc.fields?.syh ?? doc.index,
    wh: doc.fields?.wh ?? doc.number ?? '',
    cwrq: doc.fields?.cwrq ?? doc.issued ?? '',
    fwjg: OFFICE,
  };
}
const files = (doc: Doc): string =>
  JSON.stringify((doc.files ?? []).map(([mc, file]) => ({ mc, dz: `/file/down/${file}` })));

function article(id: string): SiteAnswer {
  const doc = DOCS.find(({ key }) => snowflake(key) === id);
  if (doc) {
    const inText = doc.body.includes('/file/down/');
    const related = inText ? '[]' : files(doc);
    return ok({ ...row(doc), ly: OFFICE, ...fieldsOf(doc), nr: doc.body, fj: related, xgsj: '2026-06-28 22:10:05' });
  }
  const other = OTHERS.find(({ key }) => snowflake(key) === id) ?? REPORTS.find(({ key }) => snowflake(key) === id);
  if (!other) return failed(500, '未找到该信息');
  if ('state' in other && other.state === 0) return failed(500, '该信息已撤回');
  const title = 'year' in other ? `${OFFICE}${other.year}年政府信息公开工作年度报告` : other.title;
  return ok({ ...row({ ...other, title }), ly: OFFICE, nr: other.body, fj: '[]' });
}

function policy(id: string): SiteAnswer {
  const doc = DOCS.find(({ key }) => snowflake(key) === id);
  if (!doc) return failed(500, '未找到该政策');
  const related = READINGS.filter(({ key }) => doc.related?.includes(key));
  return ok({
    ...row(doc),
    ...fieldsOf(doc),
    ly: OFFICE,
    nrjm: 1,
    nr: Buffer.from(doc.body).toString('base64'),
    pdf: doc.canvas ? `/file/down/${doc.files?.[0]?.[1]}` : null,
    fj: files(doc),
    gljd: related.map(({ key, title }) => ({ id: snowflake(key), bt: title })),
    sxzt: doc.key === 'ldht' ? '已失效' : '有效',
  });
}

function search(url: URL): SiteAnswer {
  const size = Number(url.searchParams.get('size') ?? 8);
  const current = Number(url.searchParams.get('current') ?? 1);
  const all = DOCS.filter(({ cols }) => cols.some((col) => col === 1011 || col === 1012)).sort(NEWEST_FIRST);
  const records = all.slice((current - 1) * size, current * size).map((doc) => ({
    ...row(doc),
    ...fieldsOf(doc),
    sxzt: doc.key === 'ldht' ? '已失效' : '有效',
  }));
  return ok({ records, total: all.length, size, current, pages: Math.ceil(all.length / size) });
}

function page(body: Uint8Array): SiteAnswer {
  const { cid, pageNum, pageSize } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, number>;
  const all = inChannel(Number(cid));
  const size = Number(pageSize ?? 10);
  const from = (Number(pageNum ?? 1) - 1) * size;
  return ok({ rows: all.slice(from, from + size).map((one) => row(one)), total: all.length });
}

function reading(id: string | null): SiteAnswer {
  const one = READINGS.find(({ key }) => snowflake(key) === id);
  if (!one) return failed(500, '未找到该解读');
  const doc = one.link === 'block' ? DOCS.find(({ key }) => key === one.policyKey) : undefined;
  const glzc = doc ? { id: snowflake(doc.key), bt: doc.title } : null;
  return ok({ ...row(one, true), lx: one.tab, nr: one.body, mt: one.media ?? null, glzc });
}

const REPORT_ROWS = REPORTS.map(({ key, year, at }) =>
  row({ key, at, title: `${OFFICE}${year}年政府信息公开工作年度报告` }),
);
const TREE = [
  { id: 0, mc: '政府信息公开指南', lj: '#/single/guide' },
  { id: 2020, mc: '政府信息公开制度' },
  {
    id: 2030,
    mc: '法定主动公开内容',
    zj: [
      { id: 2031, mc: '规划计划' },
      { id: 2032, mc: '财政预决算' },
      { id: 2033, mc: '人事信息' },
      { id: 2034, mc: '就业创业' },
      { id: 2035, mc: '社会保险' },
      { id: 2036, mc: '行政执法' },
    ],
  },
  { id: 1, mc: '主动公开基本目录', lj: '/file/2026/zdgk-jbml.pdf' },
  { id: 2019, mc: '政府信息公开年报' },
];

export function apiAt(url: URL, request: SiteRequest): SiteAnswer | null {
  if (!url.pathname.startsWith('/api/')) return null;
  const path = url.pathname.slice('/api/'.length);
  const asked = url.searchParams;
  if (path === 'article/page') {
    if (request.method !== 'POST') return failed(405, "Request method 'GET' not supported");
    return page(request.body);
  }
  if (path === 'article/all') return ok(inChannel(Number(asked.get('cid'))).map((one) => row(one, true)));
  if (path === 'article/info') return article(asked.get('id') ?? '');
  if (path === 'article/node') {
    const node = Number(asked.get('node'));
    return ok(node === 2019 ? REPORT_ROWS : inChannel(node).map((one) => row(one, node === 2032)));
  }
  if (path.startsWith('policy/')) {
    // The tenant of the platform: without it nothing is told, and the status is 200 all the same.
    if (request.headers['tenant-id'] === undefined) return failed(401, '租户信息缺失，请重新登录');
    return path === 'policy/search' ? search(url) : policy(path.slice('policy/info/'.length));
  }
  if (path === 'jd/list')
    return ok([...READINGS].sort(NEWEST_FIRST).map((one) => ({ ...row(one, true), lx: one.tab })));
  if (path === 'jd/info') return reading(asked.get('id'));
  if (path === 'channel/tree') return ok(TREE);
  if (path === 'single') return ok({ bt: '政府信息公开指南', nr: GUIDE });
  if (path === 'letter/list') return ok(LETTERS);
  if (path === 'topic/list') return ok([]);
  return failed(404, 'No message available');
}
