import { docOf, interpretationsOf } from './data.js';
import { crumbs, dots, hotNews, numerals, page, short, SITE, words } from './layout.js';
import type { Attachment, Doc, Interpretation, News } from './types.js';

export const COLUMN_NAMES: Record<string, [string, string]> = {
  xzfwj: ['县政府文件', '/zfxxgk/xzfwj/'],
  xzfbwj: ['县政府办公室文件', '/zfxxgk/xzfbwj/'],
  bmwj: ['部门文件', '/zfxxgk/bmwj/'],
  gfxwj: ['行政规范性文件', '/zfxxgk/gfxwj/'],
  ghjh: ['规划计划', '/zfxxgk/ghjh/'],
  czyjs: ['财政预决算', '/zfxxgk/czyjs/'],
  snbt: ['涉农补贴', '/zfxxgk/snbt/'],
  zhidu: ['政府信息公开制度', '/zfxxgk/zhidu/'],
  tzgg: ['通知公告', '/tzgg/'],
  wz: ['文字解读', '/zcjd/wz/'],
  tj: ['图解政策', '/zcjd/tj/'],
  st: ['音频视频', '/zcjd/st/'],
};

const TOOLS = `<div class="tool">【字号：<a href="javascript:;">大</a> <a href="javascript:;">中</a> <a href="javascript:;">小</a>】　<a href="javascript:;" class="ld">朗读</a>　分享到：<a href="javascript:share('wx')">微信</a> <a href="javascript:share('wb')">微博</a>　<a href="javascript:window.print()">打印本页</a>　<a href="javascript:window.close()">关闭窗口</a></div>`;

/** A line of the data: `#` a heading, `@` centred, `<` markup as it is, anything else a paragraph. */
export function paragraph(text: string): string {
  if (text.startsWith('<')) return text;
  if (text.startsWith('#')) return `<p style="text-indent:2em"><strong>${text.slice(1)}</strong></p>`;
  if (text.startsWith('@')) return `<p style="text-align:center">${text.slice(1)}</p>`;
  return text.endsWith('：') && text.length < 40 ? `<p>${text}</p>` : `<p style="text-indent:2em">${text}</p>`;
}

function fields(doc: Doc, write: (date: string) => string): [string, string][] {
  const lacks = doc.metaLacks ?? [];
  const all: [string, string][] = [
    ['索引号', doc.index ?? ''],
    ['发文字号', doc.number ?? '无'],
    ['发布机构', doc.issuer.replaceAll('|', '、')],
    [doc.issuedLabel ?? '成文日期', doc.issuedOn ? write(doc.issuedOn) : ''],
    ['主题分类', doc.column === 'snbt' ? '农业、林业、水利\\农业' : '综合政务'],
    ['发布日期', write(doc.publishedOn)],
  ];
  return all.filter(([label]) => !lacks.some((lack) => lack === label));
}

function metadata(doc: Doc): string {
  const rows = (write: (date: string) => string) =>
    fields(doc, write)
      .map(([label, value]) => `<div class="row"><span class="k">${label}</span><span class="v">${value}</span></div>`)
      .join('\n');
  if (doc.meta === 'grid') return `<div class="sx">${rows(dots)}</div>`;
  if (doc.meta === 'line') {
    return `<p class="sxh">${fields(doc, short)
      .map(([label, value]) => `${label}：${value}`)
      .join(' ｜ ')}</p>`;
  }
  if (doc.meta === 'panel') {
    return `<span class="sxt" onclick="qt.show('sx')">文件属性 ▾</span><div class="sx" id="sx" style="display:none">${rows(words)}</div>`;
  }
  return '';
}

const right = (html: string) => `<p style="text-align:right;padding-right:3em">${html}</p>`;

function signature(doc: Doc): string {
  const date = doc.issuedOn;
  if (!date || doc.sign === 'none' || !doc.sign) return '';
  if (doc.sign === 'joint') {
    const names = doc.issuer.split('|');
    const rows: string[] = [];
    for (let index = 0; index < names.length; index += 2) {
      rows.push(`<tr><td width="50%">${names[index] ?? ''}</td><td>${names[index + 1] ?? ''}</td></tr>`);
    }
    return `<table border="0" style="width:90%;text-align:center;margin:20px auto">${rows.join('')}<tr><td></td><td>${words(date)}</td></tr></table>`;
  }
  if (doc.sign === 'seal')
    return right(doc.issuer) + right('<img src="/static/zhang.png" width="120" alt="">') + right(words(date));
  return right(doc.issuer) + right(doc.sign === 'han' ? numerals(date) : words(date));
}

function attachments(doc: Doc): string {
  const list = doc.attachments ?? [];
  if (list.length === 0) return '';
  const item = (one: Attachment) => {
    if (doc.attachmentForm === 'script')
      return `<a href="javascript:download('${one.url}','${one.name}')">${one.name}</a>`;
    const size = one.size ? `<em>（${one.size}）</em>` : '';
    return `<i class="ico ${one.name.slice(one.name.lastIndexOf('.') + 1)}"></i><a href="${one.url}" download>${one.name}</a>${size}`;
  };
  if (doc.attachmentForm === 'inline')
    return `<p style="padding:0 26px">附件：<a href="${list[0]?.url ?? ''}">${list[0]?.name ?? ''}</a></p>`;
  return `<div class="fj"><b>附件下载</b><ul>${list.map((one) => `<li>${item(one)}</li>`).join('')}</ul></div>`;
}

function heading(doc: Doc): string {
  const names = doc.issuer.split('|').join(' ');
  const rest = doc.title.slice(names.length);
  if (doc.split === 'div')
    return `<div class="bt"><div class="bt-1">${names}</div><div class="bt-2">${rest}</div></div>`;
  return `<h1>${doc.split === 'br' ? `${names}<br>${rest}` : doc.title}</h1>`;
}

function body(doc: Doc): string {
  const head = doc.redHead
    ? `<div class="wjt"><p class="ht">${doc.redHead}</p><p class="hh">${doc.number ?? ''}</p></div><p style="text-align:center"><strong>${doc.title}</strong></p>`
    : '';
  const pdf = doc.pdf ? `<iframe src="${doc.pdf}" style="height:760px"></iframe>` : '';
  const imprint = doc.printedOn
    ? `<div class="bj"><span>青坛县人民政府办公室</span><span>${words(doc.printedOn)}印发</span></div>`
    : '';
  return (
    head +
    doc.paragraphs.map(paragraph).join('\n') +
    pdf +
    signature(doc) +
    (doc.after ?? []).map(paragraph).join('\n') +
    imprint
  );
}

function relatedInterpretations(doc: Doc): string {
  return interpretationsOf(doc)
    .map((one) => {
      const list = `<ul><li><a href="${one.url}" target="_blank">${one.title}</a></li></ul>`;
      return one.back === 'hidden'
        ? `<p style="padding:0 26px"><span class="sxt" onclick="qt.show('xgjd')">查看解读</span></p><div class="glk" id="xgjd" style="display:none">${list}</div>`
        : `<div class="glk"><b>相关解读</b>${list}</div>`;
    })
    .join('');
}

const info = (source: string, publishedOn: string | null) =>
  `<div class="info"><span>来源：${source}</span>${publishedOn ? `<span>发布时间：${publishedOn}</span>` : ''}<span>浏览次数：<b id="hits">-</b></span></div>`;

/** Page tags, which this site gives to the office's papers alone. */
const tags = (doc: Doc) =>
  doc.column === 'xzfbwj'
    ? `<meta name="SiteName" content="${SITE}">\n<meta name="SiteIDCode" content="0999230001">\n<meta name="ColumnName" content="县政府办公室文件">\n<meta name="ArticleTitle" content="${doc.title}">\n<meta name="PubDate" content="${doc.publishedOn} 10:20">\n<meta name="ContentSource" content="县政府办公室">\n`
    : '';

export function documentPage(doc: Doc): string {
  const shown =
    doc.meta === 'grid' || doc.meta === 'line'
      ? null
      : doc.meta === 'panel'
        ? short(doc.publishedOn)
        : `${doc.publishedOn} 09:12`;
  return page({
    title: `${doc.title}_${SITE}`,
    head: tags(doc),
    body: `${crumbs(['政府信息公开', '/zfxxgk/'], COLUMN_NAMES[doc.column] ?? ['', '/'])}<div class="two"><div class="l">${heading(doc)}${info(doc.issuer.replaceAll('|', ' '), shown)}
${metadata(doc)}${TOOLS}<div class="zw">${body(doc)}</div>
${attachments(doc)}${relatedInterpretations(doc)}</div><div class="rr">${hotNews()}</div></div>`,
  });
}

const pictures = (one: Interpretation, count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p style="text-align:center"><img src="/upload/${one.publishedOn.slice(0, 4)}/${one.key}_${String(index + 1)}.png" alt=""></p>`,
  ).join('');

function block(one: Interpretation, text: string): string {
  if (!text.startsWith('!')) return paragraph(text);
  const [kind = '', rest = ''] = [text.slice(1).split(' ')[0], text.slice(text.indexOf(' ') + 1)];
  const policy = docOf(one.policy);
  switch (kind) {
    case 'pictures':
      return pictures(one, Number(rest));
    case 'video':
      return `<p style="text-align:center"><video src="/media/${one.key}.mp4" poster="/upload/${one.key}_fm.png" controls width="720"></video></p>`;
    case 'player':
      return `<iframe src="/player/?v=${one.key}" allowfullscreen scrolling="no"></iframe>`;
    case 'audio':
      return `<p style="text-align:center"><audio src="/media/${one.key}.mp3" controls></audio></p>`;
    case 'h5':
      return `<iframe src="/h5/${one.key}/index.html"></iframe>`;
    case 'caption':
      return `<p style="text-align:center;color:#888">${rest}</p>`;
    case 'qa': {
      const [question = '', answer = ''] = rest.split('|');
      return `<div class="qa"><div class="q"><i>Q</i>${question}</div><div class="a"><i>A</i>${answer}</div></div>`;
    }
    default:
      return `<p style="text-indent:2em">新修订的<a href="${policy?.url ?? ''}" target="_blank">《青坛县突发事件总体应急预案》</a>共七章，修订内容主要体现在四个方面：</p>`;
  }
}

export function interpretationPage(one: Interpretation): string {
  const policy = docOf(one.policy);
  const link = policy ? `<ul><li><a href="${policy.url}" target="_blank">${policy.title}</a></li></ul>` : '';
  const card = one.link === 'card' ? `<div class="glk"><b>关联政策</b>${link}</div>` : '';
  const hidden =
    one.link === 'hidden'
      ? `<p style="padding:0 26px"><span class="sxt" onclick="qt.show('glzc')">查看政策原文</span></p><div class="glk" id="glzc" style="display:none">${link}</div>`
      : '';
  const side = one.link === 'side' ? `<div class="bar"><h5>关联政策</h5>${link}</div>` : '';
  return page({
    title: `${one.title}_${SITE}`,
    body: `${crumbs(['政策解读', '/zcjd/'], COLUMN_NAMES[one.shelf] ?? ['', '/'])}<div class="two"><div class="l"><h1>${one.title}</h1>${info('青坛县人民政府网', dots(one.publishedOn))}${TOOLS}
<div class="zw">${one.blocks.map((text) => block(one, text)).join('\n')}</div>${card}${hidden}</div><div class="rr">${side}${hotNews()}</div></div>`,
  });
}

/** A page of news, also used for an annual report's frame and the letters. */
export function articlePage(one: News, where: [string, string], source: string): string {
  return page({
    title: `${one.title}_${SITE}`,
    body: `${crumbs(where)}<h1>${one.title}</h1>${info(source, short(one.publishedOn))}${TOOLS}<div class="zw">${one.paragraphs.map(paragraph).join('\n')}</div>`,
  });
}
