import { FIELD_COLUMNS, listed, named } from './columns.js';
import { rows } from './list.js';
import { html, page } from './shell.js';
import type { SiteAnswer } from '../model.js';

/** The first rows of a column, as a block of a page of several. */
function block(id: string, count: number): string {
  const { name } = named(id);
  return `<div class="box"><h3>${name}<a class="more" href="/channels/${id}.html">更多&gt;&gt;</a></h3>${rows(
    { id, style: 'span' },
    listed(id).slice(0, count),
  )}</div>`;
}

const tabs = (names: [label: string, content: string][]): string =>
  `<div class="tab"><ul class="hd">${names.map(([label]) => `<li>${label}</li>`).join('')}</ul><div class="bd">${names
    .map(([, content], at) => `<div class="con"${at === 0 ? '' : ' style="display:none"'}>${content}</div>`)
    .join('')}</div></div>`;

const column = (title: string, main: string): SiteAnswer =>
  page(`${title}-鹿鸣县人民政府`, [['ColumnName', title]], main);

const TREE = `<div class="zfxxgk"><h2>政府信息公开</h2><ul class="tree"><li><a href="/channels/21.html">政府信息公开指南</a></li>
<li><a href="/channels/22.html">政府信息公开制度</a></li><li><a href="/channels/23.html">法定主动公开内容</a></li>
<li><a href="/channels/24.html">主动公开基本目录</a></li><li><a href="/channels/25.html">政府信息公开年报</a></li>
<li><a href="/channels/26.html">依申请公开</a></li></ul></div>`;

const GUIDE = `<div class="arcTitle">鹿鸣县人民政府信息公开指南</div><div class="arcInfo">更新日期：2026-01-20</div>
<div class="arcContent"><p>一、公开信息的分类</p><p>本机关主动公开的政府信息分为机构职能、政策文件、规划计划、财政信息、人事信息、重点领域信息等类。</p>
<p>二、获取方式</p><p>（一）主动公开：通过鹿鸣县人民政府网站（www.luming.example）、县档案馆、县图书馆查阅。（二）依申请公开：填写申请表，当面、邮寄或者网上提出。</p>
<p>三、公开工作机构</p><p>机构名称：鹿鸣县人民政府办公室（政务公开股）</p><p>办公地址：鹿鸣县柳林路1号</p><p>联系电话：0000-0000002</p><p>传真号码：0000-0000003</p><p>电子邮箱：gk@luming.example</p></div>`;

const CATALOGUE = `<div class="arcTitle">鹿鸣县人民政府主动公开基本目录</div><div class="arcInfo">更新日期：2026-02-06</div>
<table border="1"><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th></tr>
<tr><th>一级事项</th><th>二级事项</th></tr>
<tr><td>1</td><td rowspan="2">政策文件</td><td>规范性文件</td><td>标题、文号、正文</td><td>《政府信息公开条例》</td><td>信息形成之日起20个工作日内</td><td>县政府办</td><td>■政府网站 □政府公报</td></tr>
<tr><td>2</td><td>其他文件</td><td>标题、文号、正文</td><td>同上</td><td>同上</td><td>同上</td><td>■政府网站</td></tr>
<tr><td>3</td><td>财政信息</td><td>预决算</td><td>收支总表</td><td>《预算法》</td><td>批复后20日内</td><td>县财政局</td><td>■政府网站</td></tr></table>`;

const REQUEST = `<div class="arcTitle">依申请公开</div><p>公民、法人或者其他组织可以向本机关申请获取政府信息。请阅读须知后填写申请表。</p>
<form action="/apply/save.aspx" method="post"><p>姓名 <input name="xm"></p><p>证件号码 <input name="zjhm"></p><p>联系方式 <input name="lxfs"></p>
<p>所需信息的名称、文号或者其他特征性描述 <textarea name="nr"></textarea></p><p>提供方式 <select name="fs"><option>纸质</option><option>电子邮件</option></select></p><input type="submit" value="提交申请"></form>`;

const SERVICE =
  '<div class="wh" style="text-align:center;padding:80px"><img src="/images/wh.png"><p>系统升级维护中，暂停访问，给您带来不便敬请谅解！</p></div>';

export function portalAt(path: string): SiteAnswer | undefined {
  const side = (main: string): string => `${TREE}<div class="right">${main}</div>`;
  switch (path) {
    case '/':
    case '/index.html':
      return page(
        '鹿鸣县人民政府',
        [],
        tabs([
          ['<a href="/channels/10.html">要闻动态</a>', block('10', 4)],
          ['<a href="/channels/36.html">通知公告</a>', block('36', 6)],
          ['<a href="/channels/31.html">县政府文件</a>', block('31', 5)],
        ]) +
          tabs([
            ['文字解读', block('351', 4)],
            ['图解', block('352', 3)],
          ]) +
          `<div class="quick"><a href="/channels/20.html"><img src="/images/xxgk.png" alt="政府信息公开"></a><a href="/channels/26.html">依申请公开</a><a href="/channels/53.html">县长信箱</a></div>`,
      );
    case '/channels/20.html':
      return column('政府信息公开', side(block('32', 5) + block('37', 5) + block('38', 5)));
    case '/channels/21.html':
      return column('政府信息公开指南', side(GUIDE));
    case '/channels/23.html':
      return column('法定主动公开内容', side(['31', '32', '33', '34', '37', '38'].map((id) => block(id, 3)).join('')));
    case '/channels/24.html':
      return column('主动公开基本目录', side(CATALOGUE));
    case '/channels/26.html':
      return column('依申请公开', side(REQUEST));
    case '/channels/30.html':
      return column('政策文件', ['31', '32', '33', '34'].map((id) => block(id, 4)).join(''));
    case '/channels/35.html':
      return column(
        '政策解读',
        tabs([
          ['文字解读', block('351', 5)],
          ['图解', block('352', 5)],
          ['音视频解读', block('353', 5)],
        ]),
      );
    case '/channels/40.html':
      return column(
        '重点领域信息公开',
        `<ul class="ly">${FIELD_COLUMNS.map(({ id, name }) => `<li><a href="/channels/${id}.html">${name}</a></li>`).join('')}</ul>`,
      );
    case '/channels/50.html':
      return column('互动交流', ['51', '52', '53'].map((id) => block(id, 5)).join(''));
    case '/channels/60.html':
      return html(`<html><head><meta charset="utf-8"><title>提示</title></head><body>${SERVICE}</body></html>`);
    default:
      return undefined;
  }
}
