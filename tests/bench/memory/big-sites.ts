/** Sites of any size whose pages are made when they are asked for: no one ever holds them all. */
export interface BigSite {
  name: string;
  host: string;
  articles: number;
}

const perList = 100;
/** More than this a list is not read to (200 pages): a larger site has more columns. */
const perColumn = 20_000;
const columnNames = ['政策文件', '通知公告', '规划计划', '财政信息', '统计信息', '行政执法', '应急管理', '建议提案'];

export function bigSites(count: number, articles: number): BigSite[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `云岭省第${n + 1}号厅局`,
    host: `127.8.${Math.floor(n / 250)}.${(n % 250) + 1}`,
    articles,
  }));
}

/** Pages that a crawl of it meets, those that are not there left out. */
export function pagesOf({ articles }: BigSite): number {
  const columns = columnsOf(articles);
  const lists = Array.from({ length: columns }, (_, n) => Math.ceil(articlesOf(articles, n) / perList));
  return 1 + articles + lists.reduce((sum, pages) => sum + pages, 0);
}

const columnsOf = (articles: number): number => Math.ceil(articles / perColumn);
const articlesOf = (articles: number, column: number): number => Math.min(perColumn, articles - column * perColumn);

/** The page at a path; null where there is none. */
export function bigSitePage(site: BigSite, path: string): string | null {
  const columns = Array.from({ length: columnsOf(site.articles) }, (_, n) => columnNames[n] ?? `${n + 1}号专栏`);
  if (path === '/') {
    const links = columns.map((name, n) => `<a href="/c${n}/">${name}</a>`).join('');
    return shell(site.name, `<div class="nav">${links}</div><p>欢迎访问${site.name}网站。</p>`);
  }
  const [, ofColumn, ofPage] = /^\/c(\d+)\/(?:index_(\d+)\.html)?$/.exec(path) ?? [];
  if (ofColumn !== undefined) return listPage(site, columns, Number(ofColumn), Number(ofPage ?? 0));
  const [, column, article] = /^\/c(\d+)\/t(\d+)\.html$/.exec(path) ?? [];
  if (column === undefined || Number(article) >= site.articles) return null;
  return articlePage(site, columns[Number(column)] ?? '', Number(article));
}

const titleOf = ({ name }: BigSite, n: number): string => `${name}关于做好第${n + 1}号事项办理工作的通知`;
const dayOf = (n: number): string => new Date(Date.UTC(2024, 0, 2 + (n % 700))).toISOString().slice(0, 10);

function listPage(site: BigSite, columns: readonly string[], column: number, page: number): string | null {
  const count = articlesOf(site.articles, column);
  const pages = Math.ceil(count / perList);
  if (page >= pages || !columns[column]) return null;
  const rows = Array.from({ length: Math.min(perList, count - page * perList) }, (_, row) => {
    const n = column * perColumn + page * perList + row;
    return `<li><a href="/c${column}/t${n}.html">${titleOf(site, n)}</a><span>${dayOf(n)}</span></li>`;
  });
  const pager = `<script>createPageHTML(${pages}, ${page}, "index", "html");</script>`;
  return shell(columns[column], `<ul class="list">${rows.join('')}</ul>${pager}`);
}

function articlePage(site: BigSite, column: string, n: number): string {
  const day = dayOf(n);
  const text = Array.from(
    { length: 12 + (n % 9) },
    (_, line) =>
      `<p>第${line + 1}条　各科室应当按照职责公开第${n + 1}号事项的办理依据、条件、程序和结果，并接受监督。</p>`,
  );
  const tags = `<meta name="ArticleTitle" content="${titleOf(site, n)}"><meta name="PubDate" content="${day}"><meta name="ColumnName" content="${column}">`;
  return shell(
    titleOf(site, n),
    `<h1>${titleOf(site, n)}</h1><div class="line">发布时间：${day}　来源：${site.name}办公室</div><div class="TRS_Editor"><p>云厅发〔${day.slice(0, 4)}〕${n + 1}号</p>${text.join('')}<p style="text-align:right">${site.name}</p><p style="text-align:right">${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日</p></div>`,
    tags,
  );
}

function shell(title: string, body: string, tags = ''): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title><meta name="SiteName" content="云岭省">${tags}</head><body>${body}</body></html>`;
}
