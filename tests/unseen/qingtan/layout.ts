import { news } from './news.js';

export const SITE = '青坛县人民政府';

const MENU: [string, string][] = [
  ['首页', '/'],
  ['走进青坛', '/zjqt/'],
  ['青坛要闻', '/qtyw/'],
  ['政府信息公开', '/zfxxgk/'],
  ['政策解读', '/zcjd/'],
  ['办事服务', '/bsfw/'],
  ['互动交流', '/hdjl/'],
  ['专题专栏', '/ztzl/'],
];

export const day = (date: string) => date.slice(8);
export const dots = (date: string) => date.replaceAll('-', '.');
/** `2026-3-5` */
export const short = (date: string) => date.replaceAll('-0', '-');
/** `2026年3月5日` */
export const words = (date: string) => {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(dayOfMonth)}日`;
};
/** `二〇二六年三月五日` */
export const numerals = (date: string) => {
  const digits = '〇一二三四五六七八九';
  const [year = '', month = '', dayOfMonth = ''] = date.split('-');
  const spoken = (value: number): string => {
    const ten = Math.floor(value / 10);
    return (ten ? `${ten > 1 ? (digits[ten] ?? '') : ''}十` : '') + (value % 10 ? (digits[value % 10] ?? '') : '');
  };
  return `${Array.from(year, (digit) => digits[Number(digit)] ?? '').join('')}年${spoken(Number(month))}月${spoken(Number(dayOfMonth))}日`;
};

export const crumbs = (...names: [string, string][]) =>
  `<div class="wz-nav"><i class="i-home"></i>您所在的位置：<a href="/">首页</a>${names.map(([name, url]) => ` <em>»</em> <a href="${url}">${name}</a>`).join('')}</div>`;

export const hotNews = () =>
  `<div class="bar"><h5>热门新闻</h5><ol>${news
    .slice(2, 6)
    .map((one) => `<li><a href="${one.url}" title="${one.title}">${one.title}</a></li>`)
    .join('')}</ol></div>`;

export interface Shell {
  title: string;
  body: string;
  /** More for the head, such as page tags. */
  head?: string;
}

/** A whole page: top bar, banner, menu, the body, foot. */
export function page({ title, body, head = '' }: Shell): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
${head}<link rel="stylesheet" href="/static/qt.css">
<script src="/static/qt.js"></script>
</head>
<body>
<div class="topbar"><div class="w"><span>今天是 <span id="jt"></span>　欢迎访问${SITE}门户网站</span><span class="r"><a href="javascript:void(0)" onclick="qt.old()">长者模式</a> | <a href="javascript:void(0)" onclick="qt.wza()">无障碍浏览</a> | <a href="/wzdt/">网站地图</a></span></div></div>
<div class="banner"><div class="w"><a class="logo" href="/">${SITE}<small>WWW.QINGTAN.GOV.CN</small></a><form class="so" action="/so/" method="get"><input name="q" placeholder="请输入关键字"><button type="submit">搜 索</button></form></div></div>
<div class="menu"><div class="w">${MENU.map(([name, url]) => `<a href="${url}">${name}</a>`).join('')}</div></div>
<div class="w main">
${body}
</div>
<div class="foot"><div class="w"><p><a href="/zjqt/">关于我们</a> | <a href="/wzdt/">网站地图</a> | <a href="javascript:void(0)" onclick="qt.jc()">我为政府网站找错</a></p><p>主办：青坛县人民政府办公室　承办：青坛县大数据中心　联系电话：0999-1234567</p><p>网站标识码：0999230001　岭ICP备20000001号　岭公网安备 09992302000001号</p></div></div>
<div class="float" aria-hidden="true"><a href="javascript:void(0)">智能问答</a><a href="javascript:scrollTo(0,0)">返回顶部</a></div>
</body>
</html>`;
}

export const CSS = `*{box-sizing:border-box}body{margin:0;font:15px/1.8 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#333;background:#f3f6f6}a{color:#333;text-decoration:none}a:hover{color:#0b7a75}
.w{width:1180px;margin:0 auto}.topbar{background:#e7efee;font-size:12px;color:#667}.topbar .r{float:right}.banner{background:linear-gradient(120deg,#0b7a75,#1b998b 60%,#7bc8a4);padding:34px 0}.banner .w{display:flex;justify-content:space-between;align-items:center}
.logo{color:#fff;font-size:36px;font-weight:bold;line-height:1.2;letter-spacing:4px}.logo small{display:block;font-size:13px}.so input{height:34px;width:240px;border:0;padding:0 10px}.so button{height:34px;border:0;background:#f4a259;color:#fff;padding:0 16px}
.menu{background:#09635f}.menu .w{display:flex}.menu a{flex:1;color:#fff;text-align:center;line-height:46px;font-size:16px}.main{background:#fff;padding:18px 20px 40px;min-height:420px}.foot{background:#09635f;color:#cfe6e3;text-align:center;font-size:13px;padding:16px 0}.foot a{color:#fff}
.float{position:fixed;right:8px;bottom:80px;width:64px}.float a{display:block;background:#0b7a75;color:#fff;font-size:12px;text-align:center;padding:6px;margin:2px 0}.wz-nav{font-size:13px;color:#888;border-bottom:1px solid #dde;padding-bottom:8px;margin-bottom:14px}
.two{display:flex;gap:24px}.two .l{flex:1;min-width:0}.two .rr{width:260px}.bar{border:1px solid #dcebe9;margin-bottom:16px}.bar h5{margin:0;background:#e5f3f1;padding:6px 12px;font-size:15px}.bar ol,.bar ul{padding:6px 12px 6px 30px;margin:0;font-size:13px}
.tabs{display:flex;border-bottom:2px solid #0b7a75;margin:0 0 10px}.tabs b,.tabs a{padding:4px 20px;cursor:pointer}.tabs .on{background:#0b7a75;color:#fff}.gd{height:150px;overflow:hidden;border:1px solid #dcebe9;padding:0 14px}.gd p{margin:0;border-bottom:1px dashed #dde;display:flex;justify-content:space-between}
.cards{display:grid;grid-template-columns:repeat(5,1fr);gap:14px;margin-bottom:20px}.cards a{border:1px solid #cfe6e3;border-radius:8px;text-align:center;padding:22px 6px;background:#f5fbfa;font-weight:bold}.acc{border:1px solid #dcebe9}.acc dt{background:#e5f3f1;padding:6px 14px;cursor:pointer;font-weight:bold}.acc dd{margin:0;padding:6px 14px 10px 30px;display:none}.acc dd.open{display:block}.acc .l2{margin:4px 0;cursor:pointer}.acc .l3{display:none;padding-left:26px}.acc .l3.open{display:block}.acc .l3 a,.acc dd>a{display:inline-block;margin-right:22px}
.kp{display:flex;gap:16px;border-bottom:1px solid #e4eeee;padding:10px 0;align-items:center}.kp .rq{width:66px;text-align:center;background:#e5f3f1;border-radius:6px;line-height:1.3;padding:6px 0}.kp .rq b{display:block;font-size:24px;color:#0b7a75}.kp .rq small{color:#888}.ll dl{margin:0;padding:8px 0;border-bottom:1px dashed #cdd}.ll dt{font-size:16px}.ll dd{margin:0;color:#999;font-size:13px}.grid2{display:grid;grid-template-columns:1fr 1fr;gap:16px}.grid2 .c{border:1px solid #dcebe9;padding:12px;display:flex;flex-direction:column-reverse}.pg{text-align:center;padding:18px}.more{display:block;text-align:center;background:#eef6f5;margin:16px auto;padding:6px;width:220px;border-radius:18px}
.plain{list-style:none;padding:0;margin:0}.plain li{display:flex;justify-content:space-between;border-bottom:1px dashed #dde;padding:6px 0}.plain span{color:#999}
h1,.bt{font-size:25px;text-align:center;line-height:1.5;margin:14px 30px;font-weight:bold;color:#123}.info{text-align:center;font-size:13px;color:#888;border-bottom:1px solid #e4eeee;padding-bottom:10px}.info span{margin:0 9px}.sx{display:grid;grid-template-columns:1fr 1fr;border:1px solid #cfe6e3;margin:10px 0;background:#f8fcfb}.sx .row{padding:5px 14px;display:flex}.sx .k{color:#0b7a75;width:84px}.sxh{background:#f8fcfb;border-left:3px solid #0b7a75;padding:8px 12px;font-size:14px;color:#555}.sxt{display:inline-block;border:1px solid #0b7a75;padding:0 10px;font-size:13px;color:#0b7a75;cursor:pointer}
.zw{font-size:17px;line-height:2;padding:14px 26px}.zw p{margin:6px 0}.zw img{max-width:100%}.wjt{text-align:center;border-bottom:2px solid #d00;margin-bottom:18px}.wjt .ht{color:#d00;font-size:34px;font-weight:bold;letter-spacing:5px}.bj{border-top:1px solid #333;border-bottom:1px solid #333;margin-top:34px;display:flex;justify-content:space-between;font-size:15px}.fj,.glk{border:1px dashed #9cc;padding:8px 16px;margin:14px 26px;background:#f9fdfc}.fj ul,.glk ul{padding-left:8px;margin:4px 0;list-style:none}.ico{display:inline-block;width:15px;height:17px;background:#1b998b;border-radius:2px;margin-right:7px}.tool{text-align:right;font-size:13px;color:#888;padding:6px 26px}.bg{width:100%;font-size:14px}.qa{border:1px solid #dcebe9;border-radius:8px;margin:12px 0;padding:10px 16px}.qa .q{font-weight:bold}.qa i{display:inline-block;width:24px;background:#f4a259;color:#fff;text-align:center;border-radius:50%;font-style:normal;line-height:24px;margin-right:8px}.qa .a i{background:#1b998b}iframe{border:0;width:100%;height:480px}`;

export const JS = `var qt={old:function(){document.body.style.fontSize='20px'},wza:function(){},jc:function(){alert('请拨打 0999-1234567')},show:function(id){var e=document.getElementById(id);e.style.display=e.style.display==='none'?'block':'none'},
tab:function(el,id){var box=el.parentNode.parentNode;[].forEach.call(box.querySelectorAll('.tabs b'),function(b){b.className=''});[].forEach.call(box.querySelectorAll('.tabc'),function(c){c.style.display='none'});el.className='on';document.getElementById(id).style.display='block'},
open:function(el){el.nextElementSibling.classList.toggle('open')},
more:function(el){fetch(el.getAttribute('data-url'),{headers:{'X-Requested-With':'XMLHttpRequest'}}).then(function(r){return r.text()}).then(function(t){var d=document.createElement('div');d.innerHTML=t;var n=d.querySelector('i[data-url]');while(d.firstElementChild){if(d.firstElementChild===n){d.removeChild(n);continue}document.getElementById('box').appendChild(d.firstElementChild)}if(n)el.setAttribute('data-url',n.getAttribute('data-url'));else el.style.display='none'})}};
function download(u,n){var a=document.createElement('a');a.href=u;a.download=n;document.body.appendChild(a);a.click()}
function share(){alert('请使用浏览器的分享功能')}
document.addEventListener('DOMContentLoaded',function(){var d=new Date(),j=document.getElementById('jt');if(j)j.textContent=d.getFullYear()+'年'+(d.getMonth()+1)+'月'+d.getDate()+'日';var g=document.getElementById('gd');if(g)setInterval(function(){g.appendChild(g.firstElementChild)},3000);var h=document.getElementById('hits');if(h)h.textContent=300+document.title.length*7});`;
