import { COLUMNS, DOCS, files, mobile, readingRow, readingsOf, readingUrl, rows, type Row } from './columns.js';
import { READINGS } from './content/readings.js';

const columnOf = (channel: string): string =>
  Object.entries(COLUMNS).find(([, column]) => column.channel === channel)?.[0] ?? '';

/** China time `YYYY-MM-DD HH:mm` as an instant. */
const instant = (pub: string): Date => new Date(`${pub.replace(' ', 'T')}:00+08:00`);

const unique = (list: Row[]): Row[] => list.filter((row, i) => list.findIndex((other) => other.id === row.id) === i);

function several(channels: string[]): Row[] {
  const all = channels.flatMap((channel) => rows(columnOf(channel)));
  return unique(all).sort((a, b) => b.pub.localeCompare(a.pub));
}

/** Days as numbers, the whole title beside a cut one. */
export function unitList(form: URLSearchParams): unknown {
  if (form.get('siteCode') !== 'mxx' || !form.get('unitId')) return { code: '4001', msg: '参数错误', result: null };
  const page = Number(form.get('pageNum') ?? 1);
  const size = Math.min(20, Number(form.get('pageSize') ?? 10));
  const list = several(JSON.parse(form.get('channelCodes') ?? '[]') as string[]);
  return {
    code: '0000',
    msg: '操作成功',
    result: {
      pager: { cur: page, size, all: list.length },
      rows: list.slice((page - 1) * size, page * size).map((row) => ({
        docId: row.id,
        name: row.title,
        shortName: row.title.length > 36 ? `${row.title.slice(0, 35)}…` : row.title,
        link: { pc: row.url, wap: mobile(row.url) },
        showTime: Number(`${row.pub.replace(/\D/g, '')}00`),
        prop: { wh: row.number },
      })),
    },
  };
}

/** Rows nested in months, days as instants in UTC; a row withdrawn is sent with `on: 0` and not shown. */
export function groupList(query: URLSearchParams): unknown {
  const list = rows(columnOf(query.get('ch') ?? ''));
  const page = Number(query.get('p') ?? 1);
  const size = Number(query.get('n') ?? 8);
  const months = new Map<string, object[]>();
  for (const row of list.slice((page - 1) * size, page * size)) {
    const month = `${row.pub.slice(0, 4)}年${row.pub.slice(5, 7)}月`;
    const item = { t: row.title, h: row.url, d: instant(row.pub).toISOString(), on: 1 };
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  if (page === 1 && query.get('ch') === 'C30301') {
    const gone = '关于暂停办理不动产登记业务的通告（已撤回）';
    const h = '/mxx/pc/tzgg/d6601002.html';
    months.get('2026年06月')?.push({ t: gone, h, d: '2026-06-02T01:00:00.000Z', on: 0 });
  }
  return { ok: true, amount: list.length, months: [...months].map(([ym, items]) => ({ ym, items })) };
}

/** Rows nested one deeper, days in milliseconds: of publication and of the last change. */
export function readingList(text: string): unknown {
  const asked = JSON.parse(text || '{}') as { tab?: string; page?: number; rows?: number };
  const list = READINGS.filter((r) => r.tab === asked.tab)
    .map(readingRow)
    .sort((a, b) => b.pub.localeCompare(a.pub));
  const page = asked.page ?? 1;
  const size = asked.rows ?? 6;
  const records = list.slice((page - 1) * size, page * size).map((row) => ({
    doc: {
      subject: row.title,
      urls: [
        { type: 'wap', u: mobile(row.url) },
        { type: 'pc', u: row.url },
      ],
    },
    time: { mod: Date.UTC(2026, 5, 19, 19, 10), pub: instant(row.pub).getTime() },
  }));
  return { state: 'success', data: { total: list.length, records } };
}

export function annualList(): unknown {
  const years = rows('zfxxgknb').map((row) => ({
    y: Number(/(\d{4})年/.exec(row.title)?.[1]),
    docs: [{ n: row.title, a: row.url, pd: row.pub.slice(0, 10).replaceAll('-', '') }],
  }));
  return { ok: true, years };
}

export function fileList(id: number): unknown {
  const doc = DOCS.find((d) => d.id === id);
  return { ok: true, files: doc ? files(doc).map((f) => ({ n: f.name, p: f.url, s: 20480 })) : [] };
}

export function relList(id: number): unknown {
  const doc = DOCS.find((d) => d.id === id);
  return { ok: true, rel: doc ? readingsOf(doc).map((r) => ({ n: r.title, u: readingUrl(r) })) : [] };
}
