import { docs, interpretations, listOf, newsItems } from '../content/index.js';
import { day, escape, minute } from '../text.js';
import { listAddress } from './lists.js';
import { crumbs, shell } from './shell.js';

const side: [string, string][] = [
  ['/xxgk/zhinan/', '政府信息公开指南'],
  ['/xxgk/zhidu/', '政府信息公开制度'],
  ['/xxgk/fdzdgk/', '法定主动公开内容'],
  ['/xxgk/mulu/', '基层政务公开标准目录'],
  ['/xxgk/nianbao/', '政府信息公开年报'],
  ['/xxgk/ysq/', '依申请公开'],
];
const platform = (title: string, inner: string) =>
  shell(
    { title, column: title },
    `${crumbs(['/xxgk/', '政府信息公开'], ['#', title])}<div class="layout"><aside class="xxgk-nav" aria-label="信息公开栏目"><ul>${side.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('')}</ul></aside><section class="xxgk-main"><h1>${title}</h1>${inner}</section></div>`,
  );

const bullets = (ids: number[]) => {
  const all = [...docs, ...interpretations, ...newsItems];
  const lines = ids.map((id) => {
    const one = all.find((entry) => entry.id === id)!;
    return `<li><a href="/info/detail/${id}">${escape(one.title)}</a><time>${day(one.published).slice(5)}</time></li>`;
  });
  return `<ul class="list list--home">${lines.join('')}</ul>`;
};

export const services = [
  ['01', '民办学校设立审批', '2026-05-20'],
  ['02', '教师资格认定', '2026-05-20'],
  ['03', '经营高危险性体育项目许可', '2026-04-16'],
] as const;

const letters = [
  ['L220901', '咨询转学手续', '2022-09-01'],
  ['L220615', '反映操场夜间照明问题', '2022-06-15'],
] as const;

const english = `<p>Notice on the online registration for primary and junior secondary schools in 2026 (summary in English).</p>`;

const catalogueHead =
  '<tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th colspan="2">公开对象</th><th colspan="2">公开方式</th></tr><tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th></tr>';
export const catalogueRows: string[][] = [
  [
    '1',
    '政策文件',
    '教育法规和规章',
    '法律、法规、规章文本',
    '《政府信息公开条例》',
    '自信息形成或变更之日起20个工作日内',
    '双塔市教育和体育局',
    '■政府网站',
    '√',
    '',
    '√',
    '',
  ],
  ['2', '政策文件', '规范性文件', '文件全文及解读', '同上', '同上', '同上', '■政府网站 □公开栏', '√', '', '√', ''],
  [
    '3',
    '教育概况',
    '义务教育学校名录',
    '校名、地址、办学层次',
    '《义务教育法》',
    '同上',
    '同上',
    '■政府网站',
    '√',
    '',
    '√',
    '',
  ],
  [
    '4',
    '招生管理',
    '招生工作方案',
    '招生计划、学区划分、报名条件',
    '《义务教育法》',
    '同上',
    '同上',
    '■政府网站 ■两微一端',
    '√',
    '',
    '√',
    '',
  ],
  ['5', '学生管理', '优待政策', '优待对象、办理流程', '同上', '实时公开', '同上', '■政府网站', '', '√', '√', ''],
  [
    '6',
    '教师管理',
    '教师资格认定结果',
    '认定结果',
    '《教师资格条例》',
    '自作出决定之日起7个工作日内',
    '同上',
    '■政府网站',
    '√',
    '',
    '√',
    '',
  ],
];

export const pages: Record<string, () => string> = {
  '/': () =>
    shell(
      { title: '首页' },
      `<section class="hero" aria-roledescription="carousel"><a href="${listAddress(20931, 'gzdt')}"><img class="lazy" data-src="/static/wx/h1.jpg" src="/static/img/blank.gif" alt="双塔市第十二届运动会圆满闭幕"></a></section>
<section><h2>通知公告</h2>${bullets([11930, 11921, 11911, 11895])}<a href="/tzgg/" class="more">更多</a></section>
<section><h2>政策文件</h2>${bullets([11902, 11851, 11843, 11866])}<a href="/zcwj/" class="more">更多</a></section>
<section><h2>政策解读</h2>${bullets([30111, 30103, 30102])}<a href="/zcjd/" class="more">更多</a></section>
<section><h2>工作动态</h2>${bullets([20931, 20925, 20910])}<a href="/gzdt/" class="more">更多</a></section>`,
    ),
  '/xxgk/': () =>
    platform('政府信息公开', `<p>本平台集中公开双塔市教育和体育局政府信息。</p>${bullets([11902, 11888])}`),
  '/xxgk/zhinan/': () =>
    platform(
      '政府信息公开指南',
      `<p class="article__info">发布时间：2024-03-05 10:00</p><p>为了更好地提供政府信息公开服务，编制本指南。</p><p>一、政府信息的分类：机构职能、政策文件、规划计划、财政信息、行政执法等。</p><p>二、获取方式：通过本网站、政务公开专区主动获取，或者提出申请获取。</p><p>三、政府信息公开工作机构：双塔市教育和体育局办公室</p><p>办公地址：双塔市文庙街18号三楼301室</p><p>办公时间：工作日8:30-12:00，14:30-18:00（法定节假日除外）</p><p>联系电话：0999-5550126</p><p>电子邮箱：xxgk@jtj.shuangta.example</p>`,
    ),
  '/xxgk/zhidu/': () =>
    platform(
      '政府信息公开制度',
      '<div class="empty" role="status"><img src="/static/img/empty.png" alt=""><p>暂无数据</p></div>',
    ),
  '/xxgk/fdzdgk/': () =>
    platform(
      '法定主动公开内容',
      `<ul class="grid"><li><a href="/jgzn/">机构职能</a></li><li><a href="/zcwj/">政策文件</a></li><li><a href="/tzgg/">通知公告</a></li><li><a href="/bsfw/">办事服务</a></li></ul><h2>最新公开</h2>${bullets([11902, 11888, 11880, 11872])}`,
    ),
  '/xxgk/mulu/': () =>
    platform(
      '基层政务公开标准目录',
      `<div class="file-card" data-ext="xlsx"><h2>双塔市义务教育领域基层政务公开标准目录</h2><p><time datetime="2025-08-12">2025-08-12</time>　12.4KB</p><a href="/xxgk/mulu/preview" target="_blank">在线预览</a> <a href="/attachment/mulu/ywjy2025.xlsx" download>下载</a></div>`,
    ),
  '/xxgk/mulu/preview': () =>
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>ywjy2025.xlsx - 在线预览</title></head><body class="office-preview"><div class="sheet-tabs"><span class="on">义务教育</span></div><table>${catalogueHead}${catalogueRows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table></body></html>`,
  '/xxgk/nianbao/': () =>
    platform(
      '政府信息公开年报',
      `<ul class="list">${listOf('nianbao')
        .map(
          (one) =>
            `<li class="item"><a href="${listAddress(one.id, 'nianbao')}">${one.title}</a><time>${day(one.published)}</time></li>`,
        )
        .join('')}</ul>`,
    ),
  '/jgzn/': () =>
    shell(
      { title: '机构概况' },
      `${crumbs(['/jgzn/', '机构概况'])}<h1>机构职能</h1><p>贯彻执行教育、体育工作的法律法规和方针政策；负责各级各类教育的统筹规划和协调管理；推动全民健身。</p><h2>内设机构</h2><p>办公室、人事股、基础教育股、民办教育股、体育股、安全股。</p><p>办公地址：双塔市文庙街18号　联系电话：0999-5550123</p>`,
    ),
  '/bsfw/': () =>
    shell(
      { title: '办事服务', column: '办事服务' },
      `${crumbs(['/bsfw/', '办事服务'])}<h1>办事服务</h1><ul class="list">${services.map(([id, name, date]) => `<li class="item"><a href="/bsfw/guide/${id}">${name}</a><time>${date}</time></li>`).join('')}</ul>`,
    ),
  '/hudong/': () =>
    shell(
      { title: '互动交流', column: '互动交流' },
      `${crumbs(['/hudong/', '互动交流'])}<h1>局长信箱</h1><table><tr><th>编号</th><th>标题</th><th>回复日期</th></tr>${letters.map(([id, title, date]) => `<tr><td>${id}</td><td><a href="/hudong/letter/${id}">${title}</a></td><td>${date}</td></tr>`).join('')}</table>`,
    ),
  '/en/': () =>
    shell(
      { title: 'Shuangta Education and Sports Bureau', lang: 'en' },
      `<h1>News and Notices</h1><ul><li><a href="/en/notice-3">Notice on Online School Registration (2026)</a> <time>Jun 28, 2026</time></li></ul>`,
    ),
  '/en/notice-3': () =>
    shell(
      { title: 'Notice on Online School Registration (2026)', lang: 'en' },
      `<h1>Notice on Online School Registration (2026)</h1><p>2026-06-28</p>${english}`,
    ),
  '/sitemap.html': () =>
    shell(
      { title: '网站地图' },
      '<ul><li><a href="/xxgk/">政府信息公开</a></li><li><a href="/zcwj/">政策文件</a></li><li><a href="/tzgg/">通知公告</a></li></ul>',
    ),
  '/jgbs.html': () => shell({ title: '党政机关网站标识' }, '<p>党政机关网站标识</p>'),
  '/m/': () =>
    `<!DOCTYPE html><html lang="zh"><head><meta charset="UTF-8"><title>双塔教体（手机版）</title></head><body class="m">${[
      ...listOf('tzgg').slice(1, 6),
      ...listOf('gfxwj').slice(0, 3),
    ]
      .filter(({ id }) => id > 10000)
      .map(
        (one) =>
          `<a class="m-item" href="/m/detail/${one.id}"><b>${escape(one.title)}</b><i>${minute(one.published)}</i></a>`,
      )
      .join('')}</body></html>`,
};

for (const [id, name, date] of services)
  pages[`/bsfw/guide/${id}`] = () =>
    shell(
      { title: name, column: '办事服务' },
      `<h1>${name}</h1><p>更新时间：${date}</p><p>受理条件、申请材料、办理流程、承诺时限：20个工作日。办理地点：市政务服务中心二楼。</p>`,
    );
for (const [id, title, date] of letters)
  pages[`/hudong/letter/${id}`] = () =>
    shell(
      { title, column: '互动交流' },
      `<h1>${title}</h1><p>来信内容：……</p><p>回复单位：双塔市教育和体育局　回复时间：${date}</p><p>您反映的问题已收悉，感谢您的关注。</p>`,
    );

/** Answers 200, whatever was asked for. */
export const softLost = () =>
  shell(
    { title: '页面提示' },
    '<div class="empty" role="alert"><h1>抱歉，您访问的内容不存在或已被删除</h1><p>5秒后自动返回<a href="/">首页</a></p></div>',
  );
