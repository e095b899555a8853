/** The home page, articles and single pages. Part of the bundle. */
export const PAGES = String.raw`
const NAV = [['首页', '/'], ['砚溪要闻', '/xw/list/1001'], ['政务公开', '/zwgk/list/1024'], ['政策解读', '/zcjd'], ['办事服务', '/bsfw/index'], ['互动交流', '/hdjl'], ['专题专栏', '/ztzl']];
const FOOT = '<div class="foot-links"><a href="/wzdt">网站地图</a><i class="el-divider el-divider--vertical"></i><a href="/single/contact">联系我们</a></div><p>主办：砚溪县人民政府　承办：砚溪县人民政府办公室　联系电话：0000-6200001</p><p>网站标识码：5399270001　<a href="https://beian.miit.gov.cn/" target="_blank">砚ICP备20240001号-1</a></p><p><a href="http://bszs.conac.cn/sitename?method=show" target="_blank"><img src="/assets/blue-B4nk1.png" alt="党政机关" width="44"></a><a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=5399270001" target="_blank"><img src="/assets/jiucuo-D0aa2.png" alt="政府网站找错"></a></p>';
const block = (title, to, cid, draw) => { const box = h('div', { class: 'el-card__body' }, Skeleton(3)); ask('article/page', { cid, size: 6, page: 1 }).then(({ rows }) => fill(box, h('ul', {}, rows.map(draw)))); return h('div', { class: 'el-card home-card' }, h('div', { class: 'el-card__header' }, h('span', {}, title), link(to, { class: 'more' }, '更多>>')), box); };
route(/^\/$/, () => {
  if (!sessionStorage.getItem('gg')) {
    sessionStorage.setItem('gg', '1');
    Dialog('公告', h('p', {}, '砚溪县人民政府门户网站自2024年9月1日起启用新版。2020年以前的文件请到“'), h('a', { href: '/xxgknb/lswj.php' }, '历史文件'), '”查询。');
  }
  const quick = [['政府信息公开指南', '/zwgk/gkzn'], ['法定主动公开', '/zwgk/fdzdgk'], ['政府信息公开年报', '/xxgknb/index.html'], ['依申请公开', '/zwgk/ysqgk'], ['县长信箱', '/hdjl']];
  return h('div', { class: 'home' }, h('div', { class: 'el-carousel' }, h('div', { class: 'el-carousel__container' }, [[90412, '全县防汛备汛工作会议召开'], [90398, '砚溪早茶开园采摘']].map(([id, title], at) => push('div', '/detail/' + id, { class: 'el-carousel__item', style: at ? 'display:none' : '' }, h('img', { src: '/upload/banner/' + id + '.png', alt: '' }), h('span', { class: 'banner-t' }, title))))),
    h('div', { class: 'quick' }, quick.map(([name, to]) => (server(to) ? h('a', { href: to, target: '_blank' }, name) : link(to, {}, name)))),
    h('div', { class: 'el-row' }, block('砚溪要闻', '/xw/list/1001', 1001, Linked), block('最新政策', '/zwgk/list/1024', 1024, Linked), block('通知公告', '/zwgk/list/1031', 1031, Linked)));
}, true);

const LABELS = { index: '索引号', issuer: '发布机构', number: '发文字号', written: '成文日期', published: '发布日期', topic: '主题分类', valid: '有效性' };
function Described(fields) {
  const pairs = Object.entries(fields), rows = [];
  for (let at = 0; at < pairs.length; at += 2) rows.push(pairs.slice(at, at + 2));
  return h('div', { class: 'el-descriptions' }, h('div', { class: 'el-descriptions__body' }, h('table', { class: 'el-descriptions__table is-bordered' }, h('tbody', {}, rows.map((row) => h('tr', {}, row.map(([key, value], i) => [
    h('td', { class: 'el-descriptions__cell el-descriptions__label is-bordered-label', colspan: 1 }, LABELS[key] || key), h('td', { class: 'el-descriptions__cell el-descriptions__content is-bordered-content', colspan: row.length === 1 ? 3 : 1 }, value)])))))));
}
function Files(files) {
  if (!files || !files.length) return null;
  if (files[0].url) return h('div', { class: 'attach' }, h('p', {}, '附件：'), files.map((one) => h('p', {}, h('a', { class: 'el-link el-link--primary', href: one.url, target: '_blank', download: one.name }, h('span', { class: 'el-link__inner' }, one.name)))));
  return h('div', { class: 'attach' }, h('div', { class: 'attach-title' }, '附件下载'), files.map((one) => h('div', { class: 'attach-row' }, Icon(ARROW), h('span', { class: 'attach-name' }, one.name), h('span', { class: 'attach-size' }, one.size), Button('下载', () => window.open('/portal-api/file/dl/' + one.file), 'primary is-link'))));
}
function Related(title, rows) {
  if (!rows || !rows.length) return null;
  return h('div', { class: 'related' }, h('h4', {}, title), rows.map(({ to, title, kind }) => (kind === 'a' ? link(to, { class: 'el-link' }, title) : push('div', to, { class: 'related-row' }, title))));
}
function Media({ kind, parts }) {
  const play = { on: false };
  if (kind === 'images') return parts.map((src) => Picture(src));
  if (kind === 'carousel') return h('div', { class: 'el-carousel el-carousel--horizontal' }, h('div', { class: 'el-carousel__container', style: 'height:720px' }, parts.map((src, at) => h('div', { class: 'el-carousel__item' + (at ? '' : ' is-active'), style: 'transform:translateX(' + at * 720 + 'px)' }, h('img', { src })))), h('ul', { class: 'el-carousel__indicators' }, parts.map(() => h('li', { class: 'el-carousel__indicator' }, h('button', { class: 'el-carousel__button' })))));
  if (kind === 'video') return h('div', { class: 'xgplayer xgplayer-pc' }, h('video', { src: parts[0], poster: parts[1], playsinline: true, preload: 'none' }), h('div', { class: 'xgplayer-start' }), h('div', { class: 'xgplayer-controls' }, '00:00 / 02:36'));
  if (kind === 'audio') { const sound = h('audio', { src: parts[0], style: 'display:none' }); return h('div', { class: 'audio-bar' }, sound, Button('播放', () => ((play.on = !play.on) ? sound.play() : sound.pause()), 'primary is-circle'), h('div', { class: 'el-slider' }), h('span', {}, '00:00 / 04:12')); }
  if (kind === 'h5') return h('div', { class: 'h5' }, h('img', { src: '/upload/h5/qr.png', alt: '扫码观看' }), h('p', {}, '手机扫码观看，或者'), h('iframe', { src: parts[0], width: 375, height: 667, frameborder: 0 }));
  if (kind === 'qa') return Collapse(parts.map(([asked, told], at) => [asked, () => h('p', {}, told), at === 0]));
  if (kind === 'chat') return h('div', { class: 'chat' }, parts.map(([who, said]) => h('div', { class: 'chat-row' }, h('span', { class: 'el-avatar el-avatar--circle' }, who.slice(0, 1)), h('div', { class: 'chat-who' }, who + '：'), h('div', { class: 'chat-said' }, said))));
  if (kind === 'pdf') return h('iframe', { class: 'pdf', src: '/pdfjs/web/viewer.html?file=' + encodeURIComponent(parts[0]), width: '100%', height: 900 });
  return null;
}
const Detail = (name, at) => Shown(ask(name, { id: Number(at) }), 8, (told) => {
  if (!told) return Empty('内容不存在或已被删除');
  document.title = told.title + ' - 砚溪县人民政府门户网站';
  meta('ArticleTitle', told.title); meta('PubDate', told.date); meta('ColumnName', told.column);
  const body = h('div', { class: 'detail-content', id: 'zoom', html: told.body });
  for (const img of body.querySelectorAll('img[src]')) { const src = img.getAttribute('src'); img.setAttribute('src', '/assets/lazy-C3d0.png'); whenSeen(img, () => img.setAttribute('src', src)); }
  for (const a of body.querySelectorAll('a[href^="/detail/"]')) a.addEventListener('click', (event) => { event.preventDefault(); go(a.getAttribute('href')); });
  return h('div', { class: 'wrap detail' }, Crumbs(told.column, '正文'), told.fields && told.above !== false && Described(told.fields),
    h('div', { class: 'detail-title' }, told.title),
    h('div', { class: 'detail-info' }, h('span', {}, '发布时间：' + (told.ms ? local(told.ms) : told.date)), told.source && h('span', {}, '来源：' + told.source), h('span', {}, '浏览次数：' + told.hits), h('span', { class: 'font-size' }, '字体：[大 中 小]'), Button('打印', () => window.print(), 'small')),
    told.lead && h('div', { class: 'lead' }, told.lead), body, told.media && h('div', { class: 'media' }, Media(told.media)), told.fields && told.above === false && Described(told.fields), Files(told.files),
    told.policy && (told.policy.kind === 'button' ? Button('查看政策原文', () => go(told.policy.to), 'primary') : Related('政策原文', [told.policy])), Related('相关解读', told.readings),
    h('div', { class: 'siblings' }, ['上一篇', '下一篇'].map((word, i) => h('p', {}, word + '：', told.near[i] ? push('span', told.near[i].to, { class: 'sib' }, told.near[i].title) : '没有了'))));
});
route(/^\/detail\/(\d+)$/, ([id]) => Detail('article/info', id));
route(/^\/jd\/detail\/(\d+)$/, ([id]) => Detail('read/info', id));

route(/^\/zwgk\/gkzn$/, () => Framed('/zwgk/gkzn', '政府信息公开指南', Shown(ask('single/get', { code: 'guide' }), 9, ({ title, body }) => h('div', { class: 'single' }, h('h2', {}, title), h('div', { html: body })))));
route(/^\/single\/contact$/, () => Shown(ask('single/get', { code: 'contact' }), 3, ({ title, body }) => h('div', { class: 'single wrap' }, h('h2', {}, title), h('div', { html: body }))));
route(/^\/zwgk\/ysqgk$/, () => {
  const item = (label, kind) => h('div', { class: 'el-form-item is-required' }, h('label', { class: 'el-form-item__label' }, label), h('div', { class: 'el-form-item__content' }, h(kind || 'input', { class: kind ? 'el-textarea__inner' : 'el-input__inner', placeholder: '请输入' + label })));
  const form = () => h('form', { class: 'el-form', onsubmit: (event) => event.preventDefault() }, ['申请人姓名', '证件号码', '联系电话', '通信地址'].map((one) => item(one)), item('所需政府信息内容描述', 'textarea'), Button('提交申请', () => {}, 'primary'));
  const box = h('div', {}, h('h3', {}, '依申请公开须知'), h('p', {}, '公民、法人或者其他组织可以向本机关申请获取主动公开以外的政府信息。本机关自收到申请之日起20个工作日内予以答复。'), h('label', { class: 'el-checkbox' }, h('input', { type: 'checkbox' }), '我已阅读并同意'), Button('在线申请', () => fill(box, form()), 'primary'));
  return Framed('/zwgk/ysqgk', '依申请公开', box);
});
route(/^\/hdjl$/, () => h('section', { class: 'wrap' }, Crumbs('互动交流'), Tabs([['xz', '县长信箱'], ['dc', '意见征集'], ['ft', '在线访谈']], (tab) => Shown(ask('letter/list', { tab }), 4, (rows) => (rows.length ? h('div', { class: 'el-timeline' }, rows.map((row) => h('div', { class: 'el-timeline-item' }, h('div', { class: 'el-timeline-item__timestamp' }, row.date), h('div', { class: 'el-timeline-item__content' }, h('p', {}, row.title), h('p', { class: 'state' }, '办理状态：' + row.state))))) : Empty())))));
route(/^\/ztzl$/, () => h('section', { class: 'wrap' }, Crumbs('专题专栏'), Shown(ask('topic/list'), 3, (rows) => (rows.length ? h('ul', {}, rows.map((row) => h('li', {}, row.title))) : Empty()))));
route(/^\/wzdt$/, () => h('section', { class: 'wrap sitemap' }, h('h2', {}, '网站地图'), [...NAV, ...SIDE].map(([name, to]) => (server(to) ? h('a', { href: to }, name) : link(to, {}, name)))));

const app = document.getElementById('app');
view = h('div', { class: 'router-view' });
fill(app, h('header', { class: 'el-header' }, h('div', { class: 'logo' }, '砚溪县人民政府'), h('ul', { class: 'el-menu el-menu--horizontal', role: 'menubar' }, NAV.map(([name, to]) => push('li', to, { class: 'el-menu-item', role: 'menuitem', tabindex: '0' }, name)))), view, h('footer', { class: 'el-footer', html: FOOT }), h('div', { class: 'el-backtop', style: 'display:none' }));
window.addEventListener('popstate', show);
show();
`;
