import { channels } from '../channels.js';
import { letters, surveys } from '../content/index.js';
import type { PlainRow } from '../types.js';
import { openness, shell } from './shell.js';

const page = (name: string, pane: string, framed = true): string =>
  shell({
    title: `${name} - 槐陵县人民政府`,
    column: name,
    main: framed ? openness(0, `<h2>${name}</h2>${pane}`) : `<h2>${name}</h2>${pane}`,
  });

/** Neither office hours nor a fax number stand in it. */
export const guidePage = (): string =>
  page(
    '政府信息公开指南',
    `<article class="doc-content"><p>为方便公民、法人和其他组织获取政府信息，编制本指南，本指南每年更新一次。</p>
<h3>一、政府信息的分类和编排体系</h3><p>（一）分类。政府信息分为机构职能、政策文件、规划信息等类。</p><p>（二）编排体系。每条信息按索引号、名称、内容概述、生成日期编排。</p>
<h3>二、获取方式</h3><p>（一）主动公开：可通过政府网站、政府公报、县档案馆和县图书馆查阅点获取。</p><p>（二）依申请公开：可填写申请表，当面或者邮寄提交。</p>
<h3>三、政府信息公开工作机构</h3><p>机构名称：槐陵县人民政府办公室政务公开股</p><p>办公地址：槐陵县城关镇人民路1号</p><p>联系电话：0000-1234567</p><p>电子邮箱：zwgk@huailing.example</p></article>`,
  );

export const opennessPage = (): string =>
  page('政府信息公开', '<div class="welcome">本专栏为法定主动公开内容的公开平台，请从左侧选择。</div>');

export const statutoryPage = (): string =>
  page(
    '法定主动公开内容',
    `<ul class="grid">${channels
      .filter((one) => one.parent === 0)
      .map((one) => `<li><a href="/zfxxgk/n/${one.id}">${one.name}</a></li>`)
      .join('')}</ul>`,
  );

export const cataloguePage = (): string =>
  page(
    '槐陵县基层政务公开标准目录',
    `<table class="el-table"><thead><tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th></tr><tr><th>一级事项</th><th>二级事项</th></tr></thead><tbody>
<tr><td>1</td><td rowspan="2">社会救助</td><td>最低生活保障</td><td>法规和政策文件</td><td>《社会救助暂行办法》（国务院令第649号）</td><td>制定或获取之日起10个工作日内</td><td>县民政局</td><td>■政府网站 □公开查阅点</td></tr>
<tr><td>2</td><td>临时救助</td><td>办事指南</td><td>同上</td><td>同上</td><td>同上</td><td>■政府网站 ■村公示栏</td></tr>
<tr><td>3</td><td>义务教育</td><td>招生入学</td><td>招生方案、范围、结果</td><td>《义务教育法》</td><td>信息形成之日起20个工作日内</td><td>县教育局</td><td>■政府网站</td></tr></tbody></table>`,
  );

const list = (name: string, rows: PlainRow[]) =>
  `<h3>${name}</h3><ul class="art-list">${rows.map((row) => `<li class="art-item"><a href="${row.path}">${row.title}</a><span class="time">${row.published.slice(0, 10)}</span></li>`).join('')}</ul>`;

export const interactionPage = (): string =>
  page('互动交流', list('领导信箱选登', letters) + list('民意征集', surveys), false);

/** Its list is asked for and comes back empty; the server shows as much. */
export const topicPage = (): string =>
  page(
    '专题专栏',
    '<div data-list="3099"><ul class="art-list"><li class="empty">暂无数据</li></ul><ul class="el-pager"></ul></div>',
    false,
  );

export const gonePage = (): string =>
  shell({
    title: '槐陵县人民政府',
    main: '<div class="el-result"><p>抱歉，您访问的信息已下线或不存在</p><a href="/">返回首页</a></div>',
  });
