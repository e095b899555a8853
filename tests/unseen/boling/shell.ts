import { relative } from './addresses.js';

export const SITE = '博岭县人民政府';
/** When the whole site was last made again. */
export const REGENERATED = '2026-06-28 02:14';

export const NAV: [string, string][] = [
  ['首页', '/index.htm'],
  ['走进博岭', '/zjbl.htm'],
  ['新闻动态', '/xwdt.htm'],
  ['政府信息公开', '/zfxxgk.htm'],
  ['政策文件', '/zcwj.htm'],
  ['政策解读', '/zcjd.htm'],
  ['办事服务', '/bsfw.htm'],
  ['互动交流', '/hdjl.htm'],
  ['专题专栏', '/ztzl.htm'],
];

export interface PageParts {
  path: string;
  title: string;
  /** Page tags as ready HTML. */
  metas?: string;
  /** Path under the banner: name and address, the last without one. */
  crumbs?: [string, string | null][];
  html: string;
  /** Tag names in capitals. */
  upper?: boolean;
  /** The template opens the body twice. */
  twoBodies?: boolean;
}

/** Tag names as the older templates of the CMS write them; scripts and comments stay as they are. */
function uppercase(html: string): string {
  return html
    .split(/(<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style>[\s\S]*?<\/style>)/)
    .map((part, i) =>
      i % 2 ? part : part.replace(/<(\/?)([a-z][a-z0-9]*)/g, (_, s: string, n: string) => `<${s}${n.toUpperCase()}`),
    )
    .join('');
}

function crumbLine(parts: PageParts): string {
  if (!parts.crumbs) return '';
  const links = parts.crumbs.map(([name, to]) => (to ? `<a href="${relative(parts.path, to)}">${name}</a>` : name));
  return `<div class="pos w" aria-label="当前位置"><i></i>当前位置：${links.join('&nbsp;&gt;&nbsp;')}</div>`;
}

export function page(parts: PageParts): string {
  const to = (path: string) => relative(parts.path, path);
  const nav = NAV.map(([name, path]) => `<li><a href="${to(path)}">${name}</a></li>`).join('');
  const html = `<html><head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>${parts.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="keywords" content="${SITE},${parts.title}">
${parts.metas ?? ''}
<!--Announced by Visual SiteBuilder 9-->
<link rel="stylesheet" type="text/css" href="${to('/style/style.css')}">
<script type="text/javascript" src="/system/resource/js/vsbscreen.js" id="_vsbscreen" devices="pc|pad"></script>
<script type="text/javascript" src="/system/resource/js/dynclicks.js"></script>
</head>
<body>
<div class="top"><div class="w"><span>您好，欢迎访问博岭县人民政府网站！</span><span><a href="javascript:void(0)" id="cniil_wza" tabindex="0" role="button" aria-label="进入无障碍浏览">无障碍</a><a href="${to('/m/index.htm')}">手机版</a><a href="${to('/wzdt.htm')}">网站地图</a></span></div></div>
${parts.twoBodies ? '<body leftmargin="0" topmargin="0">' : ''}
<div class="banner"><div class="w"><h2>${SITE}</h2><p>THE PEOPLE'S GOVERNMENT OF BOLING COUNTY</p></div></div>
<div class="nav"><ul class="w">${nav}</ul></div>
${crumbLine(parts)}
${parts.html}
<div class="foot"><p><a href="${to('/wzdt.htm')}">网站地图</a>|<a href="javascript:void(0)">关于我们</a>|<a href="javascript:void(0)">政府网站找错</a></p>
<p>主办：博岭县人民政府办公室　承办：博岭县融媒体中心　网站标识码：5399990001</p>
<p>岭ICP备09999999号-1　岭公网安备53999902000001号　联系电话：0999-1234560</p><p>版权所有 &copy; 博岭县人民政府</p></div>
</body></html>
`;
  const doctype =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n';
  return doctype + (parts.upper ? uppercase(html) : html);
}

export const SCRIPTS: Record<string, string> = {
  '/system/resource/js/vsbscreen.js': 'var _vsbscreen_loaded = true;',
  '/system/resource/js/dynclicks.js': `function _showDynClicks(clicktype, owner, clickid) { document.write('<span id="dynclicks_' + clicktype + '_' + clickid + '">' + (clickid % 877 + 41) + '</span>'); }
function getClickTimes(fileid) { document.write(fileid % 97); }
function showVsbpdfIframe(vurl, width, height) { document.write('<iframe src="' + vurl + '" width="' + width + '" height="' + height + '" frameborder="0"></iframe>'); }`,
  '/system/resource/vsbvideo/vsbvideoplay.js': `(function () { var all = document.getElementsByName('_videourl'); for (var i = 0; i < all.length; i++) { var s = all[i]; if (s.getAttribute('done')) continue; s.setAttribute('done', '1');
var v = document.createElement('video'); v.src = s.getAttribute('vurl'); v.width = s.getAttribute('vwidth'); v.height = s.getAttribute('vheight'); v.controls = true; s.parentNode.insertBefore(v, s); } })();`,
};
