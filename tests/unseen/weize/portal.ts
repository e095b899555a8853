import { dynamicPath, LISTS, listPath, pathOf, rowsOf } from './columns.js';
import { p, viewer } from './content/text.js';
import { crumbs, GUESTBOOK, html, openMenu, page, SERVICE, SINGLE, singlePath } from './shell.js';
import type { Item } from './types.js';
import type { SiteAnswer } from '../model.js';

export const CATALOGUE_PDF = '/uploadfile/2025/0620/20250620035518204.pdf';
export const RULES_PDF = '/uploadfile/2022/0905/20220905101511730.pdf';
export const APPLICATION_FORM = '/uploadfile/2022/0905/20220905102044618.doc';

const GUIDE =
  p('为方便公众获取本机关的政府信息，编制本指南。') +
  '<p><strong>一、政府信息的分类</strong></p>' +
  p('本机关公开的政府信息分为机构职能、政策文件、规划计划、行政许可、财政信息、水旱灾害防御、工程建设等类。') +
  '<p><strong>二、编排体系</strong></p>' +
  p('政府信息按索引号、名称、文号、发文机关、成文日期编排。') +
  '<p><strong>三、获取方式</strong></p>' +
  p('主动公开的信息可在本网站、县档案馆、县图书馆查阅；其他信息可以依申请获取。') +
  '<p><strong>四、工作机构</strong></p>' +
  p(
    '工作机构名称：苇泽县水务局办公室',
    '办公地址：苇泽县城关镇沿河路16号312室',
    '联系电话：0999-5550123',
    '传真号码：0999-5550124',
    '互联网联系方式（电子邮箱）：slj@weize.example',
  );

const SINGLES: Record<number, string> = {
  9: GUIDE,
  10:
    p('苇泽县水务局政务公开基本目录（2025年版）') +
    viewer(CATALOGUE_PDF) +
    `<p><a href="${CATALOGUE_PDF}">下载：苇泽县水务局政务公开基本目录.pdf</a></p>`,
  11:
    p('公民、法人或者其他组织可以向本机关申请获取政府信息，在线填写下表，或者下载申请表后邮寄。') +
    `<p><a href="${APPLICATION_FORM}">政府信息公开申请表.doc</a></p>` +
    '<form method="post" action="/index.php?m=formguide&c=index&a=show&formid=13&siteid=1" name="myform"><table class="table_form"><tr><th>申请人姓名：</th><td><input type="text" name="info[xm]" /></td></tr><tr><th>证件号码：</th><td><input type="text" name="info[zjhm]" /></td></tr><tr><th>所需信息的内容描述：</th><td><textarea name="info[nr]"></textarea></td></tr><tr><th>获取方式：</th><td><input type="radio" name="info[fs]" value="1" />邮寄 <input type="radio" name="info[fs]" value="2" />电子邮件</td></tr></table><input type="submit" name="dosubmit" value=" 提交 " /></form>',
  21:
    p(
      '一、政府信息公开申请办理制度：收到申请之日起20个工作日内答复。',
      '二、政府信息公开保密审查制度：先审查后公开。',
    ) + `<p><a href="${RULES_PDF}">三、政府信息发布协调制度（点击查看）</a></p>`,
  40: p('苇泽县水务局主管全县水行政工作。'),
};

const more = (catid: number): string => `<a href="javascript:more(${catid});" class="more">更多&gt;&gt;</a>`;
const rows = (list: Item[], path: (item: Item) => string): string =>
  `<ul class="list lh24 f14">${list.map((item) => `<li><span class="rt">${item.day.slice(5)}</span>·<a href="${path(item)}" target="_blank">${item.title}</a></li>`).join('')}</ul>`;
const box = (catid: number, path = (item: Item): string => item.link ?? dynamicPath(item)): string =>
  `<div class="box"><h5 class="title-1">${LISTS[catid]?.name}${more(catid)}</h5>${rows(rowsOf(catid).slice(0, 5), path)}</div>`;

const home = (): SiteAnswer =>
  page({
    title: '首页',
    main: `<div class="main"><div class="FocusPic"><a href="${pathOf(rowsOf(2)[3] as Item)}"><img src="/uploadfile/2026/0414/20260414022019330.jpg" /></a></div>
${box(2)}${box(6)}${box(12)}${box(30, pathOf)}
<div class="box"><h5 class="title-1">信息公开</h5><ul class="ico">${[9, 21, 8, 10].map((catid) => `<li><a href="${singlePath(catid)}"><img src="/statics/images/slj/ico_${catid}.png" />${SINGLE[catid]}</a></li>`).join('')}<li><a href="${listPath(20)}">信息公开年报</a></li><li><a href="${singlePath(11)}">依申请公开</a></li></ul></div>
<div class="link"><select onchange="if(this.value)window.open(this.value)"><option value="">--友情链接--</option><option value="https://www.weize.example/">苇泽县人民政府</option></select></div>
<script type="text/javascript" src="/caches/poster_js/2.js"></script></div>`,
  });

/** 法定主动公开内容: its columns, each with the newest rows or none. */
const statutory = (): string =>
  [12, 13, 16, 17, 15]
    .map(
      (catid) =>
        `<div class="box"><h5><a href="${listPath(catid)}">${LISTS[catid]?.name}</a></h5>${catid === 13 || catid === 16 ? '' : rows(rowsOf(catid).slice(0, 3), pathOf)}</div>`,
    )
    .join('');

const LETTERS: [id: number, title: string, asked: string][] = [
  [31, '大垭镇三组经常停水', '2024-03-11'],
  [28, '咨询打井需要什么手续', '2023-12-06'],
  [22, '关于水费计价的疑问', '2023-08-19'],
];
export const letterPath = (id: number): string => `/index.php?m=guestbook&c=index&a=show&id=${id}&siteid=1`;
export const LETTER_PATHS = LETTERS.map(([id]) => letterPath(id));

function guestbook(query: URLSearchParams): SiteAnswer {
  const letter = LETTERS.find(([id]) => String(id) === query.get('id'));
  const main = letter
    ? `<div id="Article"><h1>${letter[1]}</h1><p>来信时间：${letter[2]}</p>${p('情况如题，请核实。')}<p>回复：您好，来信已转相关股室办理，感谢您对水务工作的关注。</p></div>`
    : `<table class="liuyan" width="100%"><tr><th>标题</th><th>来信时间</th><th>状态</th></tr>${LETTERS.map(([id, title, asked]) => `<tr><td><a href="${letterPath(id)}">${title}</a></td><td>${asked}</td><td>已回复</td></tr>`).join('')}</table>`;
  return page({
    title: letter ? letter[1] : '互动交流',
    main: `<div class="main">${crumbs(['局长信箱', GUESTBOOK])}<h2>局长信箱</h2>${main}</div>`,
  });
}

/** The table of a module was lost when the site was moved, and errors are shown to everyone. */
const lostTable = (): SiteAnswer =>
  html(
    `<div style="font-size:12px;text-align:left; border:1px solid #9cc9e0; padding:1px 4px;color:#000000;font-family:Arial, Helvetica,sans-serif;"><span><b>MySQL Query : </b> SELECT * FROM \`slj\`.\`v9_bsfw\` WHERE  \`siteid\` = '1' ORDER BY listorder ASC LIMIT 20 <br /><b> MySQL Error : </b>Table 'slj.v9_bsfw' doesn't exist <br /> <b>MySQL Errno : </b>1146 <br /><b> Message : </b> <br /><a href='http://faq.phpcms.example/?errno=1146&msg=Table' target='_blank' style='color:red'>Need Help?</a></span></div>`,
  );

export function portalAt(url: URL): SiteAnswer | undefined {
  const query = url.searchParams;
  if (url.pathname === '/robots.txt')
    return {
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: '#\n# robots.txt for PHPCMS v9\n#\nUser-agent: * \n\nDisallow: /caches\nDisallow: /phpcms\nDisallow: /phpsso_server\nDisallow: /admin.php\n',
    };
  if (url.pathname === '/' || url.pathname === '/index.html') return home();
  if (url.pathname !== '/index.php') return undefined;
  const module = query.get('m');
  if (module === null) return home();
  if (url.pathname + url.search === SERVICE) return lostTable();
  if (module === 'guestbook') return guestbook(query);
  if (module === 'search') return page({ title: '搜索', main: '<form><input name="q" /></form>' });
  const catid = Number(query.get('catid') ?? 0);
  const text = catid === 8 ? statutory() : SINGLES[catid];
  if (module !== 'content' || query.get('a') !== 'lists' || text === undefined) return undefined;
  const name = SINGLE[catid] ?? '关于我们';
  return page({
    title: name,
    tags: { ColumnName: name, ColumnType: '信息公开' },
    main: `<div class="main">${openMenu()}<div class="col-auto">${crumbs([name, singlePath(catid)])}<h2>${name}</h2><div class="content">${text}</div></div></div>`,
  });
}
