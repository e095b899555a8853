import { documentPaths, filePath, interpretationPath, paths, reportPath } from './addresses.js';
import { gateway } from './api.js';
import {
  documents,
  interpretations,
  laws,
  letters,
  news,
  otherReport,
  reports,
  services,
  surveys,
  withdrawn,
} from './content/index.js';
import { documentPage, interpretationPage, libraryPage, plainPage, reportPage } from './render/article.js';
import { archive, office, pdf, png } from '../bytes.js';
import { channelPage, homePage, libraryList, noticePage, plainList } from './render/lists.js';
import {
  cataloguePage,
  gonePage,
  guidePage,
  interactionPage,
  opennessPage,
  statutoryPage,
  topicPage,
} from './render/pages.js';
import { script } from './render/script.js';
import { truth } from './truth.js';
import type { SiteAnswer, SiteRequest, UnseenSite } from '../model.js';

const page = (body: string, status = 200): SiteAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'x-powered-by': 'Nuxt' },
  body,
});
const file = (type: string, body: string | Uint8Array, headers: Record<string, string> = {}): SiteAnswer => ({
  status: 200,
  headers: { 'content-type': type, ...headers },
  body,
});

const single = new Map<string, () => string>([
  ['/', () => homePage(news)],
  ['/zfxxgk', opennessPage],
  [paths.guide, guidePage],
  [paths.statutory, statutoryPage],
  [paths.catalogue, cataloguePage],
  [paths.library, libraryList],
  [paths.news, () => plainList('槐陵要闻', news)],
  [paths.interaction, interactionPage],
  [paths.service, () => plainList('政务服务', services)],
  [paths.topic, topicPage],
  [withdrawn.path, gonePage],
  ...(
    [
      ['槐陵要闻', news],
      ['领导信箱', letters],
      ['民意征集', surveys],
      ['政务服务', services],
      ['政府信息公开制度', laws],
      ['政府信息公开年报', [otherReport]],
    ] as const
  ).flatMap(([column, rows]) => rows.map((row) => [row.path, () => plainPage(row, column)] as [string, () => string])),
  ...interpretations.map(
    (row) => [interpretationPath(row.id), () => interpretationPage(row)] as [string, () => string],
  ),
  ...reports.map((row) => [reportPath(row.id), () => reportPage(row)] as [string, () => string]),
  ...documents.flatMap((row) =>
    documentPaths(row).map(
      (path, at) =>
        [
          path,
          () => (path.startsWith(paths.library) ? libraryPage(row) : documentPage(row, row.channels[at] ?? 0)),
        ] as [string, () => string],
    ),
  ),
]);

const files = documents.flatMap((row) => row.files ?? []);

/** The download service: every file is sent as one to be kept, whatever its kind. */
function stored(path: string): SiteAnswer | null {
  const one = files.find(
    (row) => path.startsWith('/gw/file/v1/download/') && new URL(filePath(row), 'http://x').pathname === path,
  );
  if (one) {
    const body = /\.pdf$/.test(one.name)
      ? pdf()
      : /\.(?:png|jpg)$/.test(one.name)
        ? png(600, 400)
        : /x$/.test(one.name)
          ? archive()
          : office();
    const name = encodeURIComponent(one.name);
    return file('application/octet-stream', body, {
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    });
  }
  if (path.startsWith('/gw/file/v1/image/') && path.endsWith('.png')) return file('image/png', png(800, 2600));
  if (path.startsWith('/_nuxt/img/')) return file('image/png', png(120, 120));
  if (path.startsWith('/gw/file/v1/video/')) return file('video/mp4', new Uint8Array(32));
  return path.startsWith('/gw/file/v1/audio/') ? file('audio/mpeg', new Uint8Array(32)) : null;
}

function answer(request: SiteRequest, origin: string): SiteAnswer {
  const { pathname, searchParams } = new URL(request.path, origin);
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  if (path.startsWith('/gw/')) {
    const found = stored(path) ?? gateway(request, path, searchParams);
    return found ?? file('application/json', '{"code":404,"msg":"No static resource"}');
  }
  if (path.startsWith('/_nuxt/img/')) return stored(path)!;
  if (path.startsWith('/_nuxt/')) return file('application/javascript; charset=utf-8', script);
  if (path === paths.request)
    return { ...file('application/json', '{"code":502,"msg":"服务繁忙，请稍后再试"}'), status: 502 };
  const own = single.get(path);
  if (own) return page(own());
  const [, notice] = /^\/dt\/tzgg(?:\/p\/(\d+))?$/.exec(path) ?? [];
  if (path === paths.notice || notice !== undefined) return page(noticePage(Number(notice ?? 1)));
  const [, channel, number] = /^\/zfxxgk\/n\/(\d+)(?:\/(\d+))?$/.exec(path) ?? [];
  const list = channel === undefined ? null : channelPage(Number(channel), Number(number ?? 1));
  return list === null ? page(gonePage(), 404) : page(list);
}

/** 槐陵县: the portal of a county on its province's shared platform, rendered by the server and finished by scripts. */
export const site: UnseenSite = {
  name: '槐陵县人民政府',
  level: '县',
  kind: '政府',
  style:
    '省级集约化平台（Nuxt 式服务端渲染加脚本）：法定主动公开内容的目录树逐级请求，列表有先渲染一页再 POST 翻页、全由请求、按路径翻页、' +
    '整行以 data-href 打开、末页之后重复末页等几种；政策文件库按年份检索并给出另一个地址；文章分章节，属性有四种画法，' +
    '附件经下载服务，ArticleTitle 标签截断，状态对象里另有导入时间。',
  asOf: '2026-06-30',
  open: [
    { line: '/zfxxgk/n/3015/', why: '目录树的下级要点开才请求，历史文件只在那里有入口' },
    { line: '/zfxxgk/n/3030/a/2003', why: '文件页的相关解读由请求画出' },
    { line: '/zfxxgk/n/3030/a/2004', why: '文件页的相关解读由请求画出' },
    { line: '/zfxxgk/n/3030/a/2014', why: '视频之外的说明文字只有两段' },
    { line: '栏目　statutory', why: '列出的是下级栏目的入口，其下条目要点开目录树才请求' },
    { line: '/zfxxgk/n/3011/a/1025', why: '落款与属性的成文日期不一致，留待人工' },
    { line: '/zfxxgk/n/3022/a/1067', why: '联合发文的两个文号都读出' },
    { line: '/zfxxgk/n/3040/a/6120', why: '法治政府建设年度报告是不是文件，各地做法不一' },
  ],
  answer,
  truth,
};
