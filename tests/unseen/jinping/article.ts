import { columnOf, pathOf } from './columns.js';
import { articleById, articlesOf, INTERPRETATIONS } from './content/index.js';
import { chineseDay, paddedDay, plainDay } from './dates.js';
import { crumb, cut, departmentOf, escapeHtml, page } from './shell.js';
import type { Article, DocumentEntry, InterpretationEntry } from './types.js';

const HEADING = /^(第.{1,3}章|第.部分|[一二三四五六七八九]、.{2,40}$)/;

const paragraph = (text: string) => {
  if (text.startsWith('<') && !/^<(b|strong)>/.test(text)) return text;
  return HEADING.test(text) && text.length < 42 && !/[。：]/.test(text)
    ? `<p><strong>${text}</strong></p>`
    : `<p>${text}</p>`;
};

const anchor = (article: Article, length = 60) =>
  `<a href="${pathOf(article)}" title="${escapeHtml(article.title)}">${cut(article.title, length)}</a>`;

function shell(doc: DocumentEntry): string {
  const file = doc.files?.[0];
  if (!file || !doc.shell) return '';
  const frame = {
    embed: `<embed src="${file.path}" type="application/pdf" width="100%" height="900">`,
    object: `<object data="${file.path}" type="application/pdf" width="100%" height="900"><p>您的浏览器不支持在线预览</p></object>`,
    viewer: `<iframe src="/thirdparty/pdfjs/web/viewer.html?file=${encodeURIComponent(file.path)}" width="100%" height="900" frameborder="0"></iframe>`,
  }[doc.shell];
  return `<div class="pdf-box">${frame}</div>`;
}

function signature(doc: DocumentEntry): string {
  if (!doc.issued || doc.signature === 'none') return '';
  const date = doc.signature === 'chinese' ? chineseDay(doc.issued) : plainDay(doc.issued);
  return `<p class="qm">${doc.issuer}</p>\n<p class="qm">${date}</p>`;
}

function documentBody(doc: DocumentEntry, n: number): string {
  if (doc.shell) return shell(doc);
  const split = doc.secondPage ?? doc.body.length;
  const first = n === 1;
  const last = !doc.secondPage || n === 2;
  const text = first ? doc.body.slice(0, split) : doc.body.slice(split);
  const inText = doc.index === null || (doc.files?.length ?? 0) > 1 ? (doc.files ?? []) : [];
  return [
    first && doc.headNumber && doc.number ? `<p class="zh">${doc.number}</p>` : '',
    first && doc.to ? `<p style="text-indent:0">${doc.to}</p>` : '',
    ...text.map(paragraph),
    ...(last ? inText.map((file) => `<p><a href="${file.path}" target="_blank">${file.name}</a></p>`) : []),
    last ? signature(doc) : '',
    ...(last
      ? (doc.annex ?? []).map((line, k) => (k === 0 ? `<p class="zh"><strong>${line}</strong></p>` : paragraph(line)))
      : []),
    last && doc.issuer.endsWith('办公室') && doc.number ? '<p>（此件公开发布）</p>' : '',
  ].join('\n');
}

function info(doc: DocumentEntry): string {
  if (doc.index === null) return '';
  const rows: [string, string][] = [
    ['索引号', doc.index],
    ['主题分类', '综合政务'],
    ['发布机构', doc.issuer],
    ['发文字号', doc.printed?.number ?? doc.number ?? ''],
    ['成文日期', doc.printed?.issued ?? (doc.issued ? paddedDay(doc.issued) : '')],
    ['发布日期', doc.published ? paddedDay(doc.published) : ''],
    ['公开方式', '主动公开'],
    ['有效性', doc.printed?.validity ?? '有效'],
    ...(doc.printed?.extra ?? []),
  ];
  return `<section class="d-info" aria-label="公文信息"><h4>公文信息</h4><dl>
${rows.map(([label, value]) => `<dt>${label}：</dt><dd>${value}</dd>`).join('\n')}
</dl></section>`;
}

const aside = (name: string, articles: Article[]) =>
  articles.length
    ? `<div class="aside"><h3>${name}</h3><ul>${articles.map((a) => `<li>${anchor(a, 40)}</li>`).join('')}</ul></div>`
    : '';

function interpretationBody(item: InterpretationEntry): string {
  const policy = typeof item.policy === 'number' ? articleById(item.policy) : null;
  const named = policy
    ? `<a href="${pathOf(policy)}">《${policy.title.replace(/^.*?印发《?|》?的通知$/g, '')}》</a>`
    : '';
  return item.body.map((text) => paragraph(text.replace('@@', named))).join('\n');
}

function related(article: Article): string {
  if (article.kind === 'document')
    return aside(
      '相关解读',
      INTERPRETATIONS.filter((i) => i.policy === article.id && i.back),
    );
  if (article.kind !== 'interpretation' || typeof article.policy !== 'number') return '';
  const policy = articleById(article.policy);
  if (article.link === 'side') return aside('相关政策', [policy]);
  if (article.link === 'hidden')
    return `<div class="xglj" style="display:none"><h3>相关政策</h3><ul><li>${anchor(policy)}</li></ul></div>`;
  return '';
}

function files(article: Article): string {
  if (article.kind !== 'document' || article.index === null || !article.files?.length) return '';
  return `<div class="d-files"><strong>附件下载：</strong><ul>${article.files.map((f) => `<li><a href="${f.path}" target="_blank">${f.name}</a></li>`).join('')}</ul></div>`;
}

function neighbours(article: Article, key: string): string {
  const column = articlesOf([key]);
  const k = column.findIndex((a) => a.id === article.id);
  const line = (name: string, a: Article | undefined) =>
    `<p>${name}：${a ? `<a href="${pathOf(a, key)}">${cut(a.title, 40)}</a>` : '没有了'}</p>`;
  // Only the template of news has them.
  return key === 'lhyw' ? `<div class="nb">${line('上一篇', column[k - 1])}${line('下一篇', column[k + 1])}</div>` : '';
}

function turns(article: Article, n: number): string {
  if (article.kind !== 'document' || !article.secondPage) return '';
  const at = (k: number) =>
    k === n ? `<span class="cur">${k}</span>` : `<a href="${article.id}${k === 1 ? '' : `_${k}`}.jhtml">${k}</a>`;
  return `<div class="pager">${at(1)}${at(2)}</div>`;
}

/** Every page of the portal names the same news, whatever it is about. */
const hot = () =>
  `<div class="box"><h3>热点信息</h3><ul>${articlesOf(['lhyw'])
    .slice(1, 6)
    .map((a) => `<li>${anchor(a, 30)}</li>`)
    .join('')}</ul></div>`;

/** The page of an article as it lies in the folder of `key`; `n` is its page. */
export function articlePage(article: Article, key: string, n = 1): string {
  const column = columnOf(key);
  const department = departmentOf(column);
  const body =
    article.kind === 'document'
      ? documentBody(article, n)
      : article.kind === 'interpretation'
        ? interpretationBody(article)
        : article.body.map(paragraph).join('\n');
  const heading = article.kind === 'document' && article.heading ? article.heading : escapeHtml(article.title);
  const time = article.published ? `<span>发布时间：${article.published}</span>` : '';
  const html = `${crumb(key, '正文')}
${related(article)}
<div class="detail cont">
<h1>${heading}</h1>
<div class="sub">${time}<span>来源：${article.issuer}</span><span>浏览：<em data-hits="${article.id}"></em>次</span><span>字号：<a href="javascript:void(0)">大</a> <a href="javascript:void(0)">中</a> <a href="javascript:void(0)">小</a></span></div>
<div class="d-body" id="fontzoom">
${body}
</div>
${turns(article, n)}
${files(article)}
${article.kind === 'document' ? info(article) : ''}
<div class="ops">分享到：<a href="javascript:void(0)" class="s-wx">微信</a> <a href="javascript:void(0)" class="s-wb">微博</a>　<a href="javascript:window.print()">【打印】</a><a href="javascript:window.close()">【关闭】</a></div>
${neighbours(article, key)}
${department ? '' : hot()}
</div>`;
  const date = article.tagged ?? article.published;
  return page({
    title: article.title,
    html,
    column,
    department,
    article: { title: article.title, date, source: article.issuer },
  });
}
