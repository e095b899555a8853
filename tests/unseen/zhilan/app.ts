export const STYLE =
  'body{margin:0;font:14px/1.6 "Microsoft YaHei",sans-serif;background:#f0f2f5}a{color:#1664b0;text-decoration:none}.ant-layout-header{background:#0b57a4;color:#fff;padding:16px 40px}.ant-menu-item{display:inline-block;margin-right:24px}.ant-menu-item a{color:#fff}.main___1u9dx{width:1200px;margin:16px auto;background:#fff;padding:24px}.slide___2hs0a{height:600px;background-size:contain;background-repeat:no-repeat}.ant-layout-footer{text-align:center;color:#666;padding:24px}.seal___8uwqe{color:#d4380d;border:1px solid}.ant-table-row{cursor:pointer}.ant-tree-title{cursor:pointer}';

/** What the bundle is before its pages: requests, words, the frame of every page, routes. */
export const APP = String.raw`(function () {
'use strict';
var NAME = '芷岚县人力资源和社会保障局';
var app = (window.__app = { pages: {} });
app.get = function (url, headers) {
  return fetch(url, { headers: headers || {} }).then(function (r) { return r.json(); }).then(unwrap);
};
app.post = function (url, data) {
  return fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(data) })
    .then(function (r) { return r.json(); }).then(unwrap);
};
function unwrap(res) {
  if (res.code !== 0) throw new Error(res.msg);
  return res.data;
}
app.esc = function (s) {
  return String(s == null ? '' : s).replace(/[&<>"]/g, function (c) {
    return { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c];
  });
};
app.day = function (v, sep) {
  if (typeof v === 'string') return v.slice(0, 10);
  var d = new Date(v), two = function (n) { return (n < 10 ? '0' : '') + n; };
  return [d.getFullYear(), two(d.getMonth() + 1), two(d.getDate())].join(sep || '-');
};
app.time = function (v) {
  if (typeof v === 'string') return v.slice(0, 16);
  var d = new Date(v), two = function (n) { return (n < 10 ? '0' : '') + n; };
  return app.day(v) + ' ' + two(d.getHours()) + ':' + two(d.getMinutes());
};
app.base64 = function (s) {
  return new TextDecoder().decode(Uint8Array.from(atob(s), function (c) { return c.charCodeAt(0); }));
};
/* Drafts and what was withdrawn come with the list and are not shown. */
app.shown = function (rows) { return rows.filter(function (r) { return r.fbzt === 1; }); };
app.empty = '<div class="ant-empty"><div class="ant-empty-image"></div><div class="ant-empty-description">No Data</div></div>';

var MENU = [
  ['首页', '#/'], ['工作动态', '#/list?cid=1001'], ['政府信息公开', '#/open'], ['政策文件', '#/policy'], ['政策解读', '#/jd'],
  ['通知公告', '#/list?cid=1021'], ['招考录用', '#/recruit'], ['办事服务', '#/service'], ['互动交流', '#/interact'], ['专题专栏', '#/topic'],
];
app.frame = function (inner, crumbs) {
  document.getElementById('root').innerHTML =
    '<section class="ant-layout"><header class="ant-layout-header"><div class="logo___1Wc3e">' + NAME + '</div><ul class="ant-menu ant-menu-horizontal" role="menu">' +
    MENU.map(function (m) { return '<li class="ant-menu-item" role="menuitem"><span class="ant-menu-title-content"><a href="' + m[1] + '">' + m[0] + '</a></span></li>'; }).join('') +
    '</ul></header><main class="ant-layout-content main___1u9dx">' +
    (crumbs ? '<div class="ant-breadcrumb"><span class="ant-breadcrumb-link">首页</span><span class="ant-breadcrumb-separator">/</span><span class="ant-breadcrumb-link">' + crumbs + '</span></div>' : '') +
    '<div id="page">' + inner + '</div></main><footer class="ant-layout-footer"><p>主办单位：' + NAME + '　网站标识码：0000180018　<a href="https://beian.miit.gov.cn/">芷ICP备20000186号-1</a></p><p>联系电话：0700-5550186　地址：芷岚县芷兰大道186号</p></footer></section>';
  return document.getElementById('page');
};
app.go = function (to) { location.hash = to; };
app.each = function (root, selector, act) {
  Array.prototype.forEach.call(root.querySelectorAll(selector), function (el, at) { el.addEventListener('click', function () { act(at, el); }); });
};
var spin = '<div class="ant-spin ant-spin-spinning"><span class="ant-spin-dot"></span></div>';
app.fail = function (title, extra) {
  app.frame('<div class="ant-result ant-result-error"><div class="ant-result-title">' + title + '</div><div class="ant-result-subtitle">' + app.esc(extra) + '</div></div>');
};
function route() {
  var hash = location.hash.replace(/^#/, '') || '/';
  var cut = hash.indexOf('?');
  var path = cut < 0 ? hash : hash.slice(0, cut);
  var query = new URLSearchParams(cut < 0 ? '' : hash.slice(cut + 1));
  var parts = path.split('/').filter(Boolean);
  var page = app.pages[parts[0] || 'home'];
  document.title = NAME;
  if (!page) return app.fail('404', '抱歉，您访问的页面不存在。');
  app.frame(spin);
  page(query, parts).catch(function (e) { app.fail('提示', e.message); });
}
window.addEventListener('hashchange', function () { window.scrollTo(0, 0); route(); });
document.addEventListener('DOMContentLoaded', function () {
  if (!location.hash) history.replaceState(null, '', location.pathname + location.search + '#/');
  route();
});
})();`;
