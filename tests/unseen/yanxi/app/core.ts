/** Drawing, routes and requests, as a Vue application with Element-Plus leaves them in the document. Part of the bundle. */
export const CORE = String.raw`
const SCOPE = 'data-v-4f1c07aa';
function h(tag, props, ...kids) {
  const el = document.createElement(tag);
  el.setAttribute(SCOPE, '');
  for (const [name, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'html') el.innerHTML = value;
    else if (name.startsWith('on')) el.addEventListener(name.slice(2), value);
    else el.setAttribute(name, value === true ? '' : value);
  }
  for (const kid of kids.flat(3)) if (kid !== null && kid !== undefined && kid !== false) el.append(kid.nodeType ? kid : String(kid));
  return el;
}
const note = (text) => document.createComment(text);
const fill = (el, ...kids) => { el.replaceChildren(...kids.flat(3).filter(Boolean)); return el; };

let ahead = null;
const stampOf = async (again) => {
  if (ahead === null || again) {
    const before = Date.now();
    ahead = Number((await (await fetch('/portal-api/base/time')).json()).now) - before;
  }
  return String(Date.now() + ahead);
};
const word = (size) => Array.from({ length: size }, () => Math.floor(Math.random() * 36).toString(36)).join('');
async function ask(name, params, again) {
  const path = '/portal-api/' + name, body = JSON.stringify({ data: seal(params || {}, word(8)) });
  const stamp = await stampOf(again), nonce = word(16);
  const answer = await fetch(path, {
    method: 'POST', body,
    headers: { 'Content-Type': 'application/json;charset=utf-8', 'X-Timestamp': stamp, 'X-Nonce': nonce, 'X-Sign': sign(path, stamp, nonce, body) },
  });
  const told = await answer.json();
  if (told.code === 401 && !again) return ask(name, params, true);
  if (told.code !== undefined && told.code !== 200) throw new Error(told.msg);
  return unseal(told.data);
}

const routes = [], kept = {};
let view = null;
function route(pattern, make, keep) { routes.push({ pattern, make, keep }); }
function go(path, replace) { history[replace ? 'replaceState' : 'pushState']({}, '', path); if (!replace) show(); }
function show() {
  const path = decodeURI(location.pathname), query = Object.fromEntries(new URLSearchParams(location.search));
  const found = routes.find(({ pattern }) => pattern.test(path));
  document.title = '砚溪县人民政府门户网站';
  const made = found ? (found.keep && kept[path]) || found.make(path.match(found.pattern).slice(1), query) : Missing();
  if (found && found.keep) kept[path] = made;
  fill(view, made);
  window.scrollTo(0, 0);
}
/** A router-link. */
const link = (to, props, ...kids) => h('a', { ...props, href: to, onclick: (event) => { event.preventDefault(); go(to); } }, ...kids);
/** A row that the router opens: no address stands in the document. */
const push = (tag, to, props, ...kids) => h(tag, { ...props, onclick: () => go(to) }, ...kids);
function meta(name, content) {
  const el = document.head.querySelector('meta[name="' + name + '"]') || document.head.appendChild(document.createElement('meta'));
  el.name = name; el.content = content;
}

const Icon = (d) => h('i', { class: 'el-icon', html: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1024 1024"><path fill="currentColor" d="' + d + '"></path></svg>' });
const ARROW = 'M340.864 149.312a30.592 30.592 0 0 0 0 42.752L652.736 512 340.864 831.872a30.592 30.592 0 0 0 0 42.752 29.12 29.12 0 0 0 41.728 0L714.24 534.336a32 32 0 0 0 0-44.672L382.592 149.376a29.12 29.12 0 0 0-41.728 0z';
const Button = (text, onclick, kind) => h('button', { type: 'button', class: 'el-button' + (kind ? ' el-button--' + kind : ''), 'aria-disabled': 'false', onclick }, h('span', {}, text));
const Empty = (text) => h('div', { class: 'el-empty' }, h('div', { class: 'el-empty__image', style: 'width:120px' }, h('svg', { viewBox: '0 0 79 86' })), h('div', { class: 'el-empty__description' }, h('p', {}, text || '暂无数据')));
const Skeleton = (rows) => h('div', { class: 'el-skeleton is-animated' }, Array.from({ length: rows }, (_, at) => h('div', { class: 'el-skeleton__item el-skeleton__p' + (at ? '' : ' is-first') })));
const Result = (kind, title, sub) => h('div', { class: 'el-result' }, h('div', { class: 'el-result__icon' }, Icon(ARROW)), h('div', { class: 'el-result__title' }, h('p', {}, title)), h('div', { class: 'el-result__subtitle' }, h('p', {}, sub)), h('div', { class: 'el-result__extra' }, Button('返回首页', () => go('/'), 'primary')));
const Missing = () => Result('error', '404', '抱歉，您访问的页面不存在');
const Crumbs = (...names) => h('div', { class: 'el-breadcrumb', 'aria-label': '面包屑', role: 'navigation' }, [['首页', '/'], ...names].map((name, at) =>
  h('span', { class: 'el-breadcrumb__item' }, Array.isArray(name) ? push('span', name[1], { class: 'el-breadcrumb__inner is-link', role: 'link' }, name[0]) : h('span', { class: 'el-breadcrumb__inner', role: 'link' }, name), at < names.length && h('span', { class: 'el-breadcrumb__separator', role: 'presentation' }, '/'))));

function Pager(total, size, at, turn) {
  const last = Math.max(1, Math.ceil(total / size)), to = (page) => () => page >= 1 && page <= last && page !== at && turn(page);
  return h('div', { class: 'el-pagination is-background page-box' },
    h('span', { class: 'el-pagination__total is-first' }, '共 ' + total + ' 条'),
    h('button', { type: 'button', class: 'btn-prev', disabled: at === 1, 'aria-label': '上一页', 'aria-disabled': String(at === 1), onclick: to(at - 1) }, Icon(ARROW)),
    h('ul', { class: 'el-pager' }, Array.from({ length: last }, (_, i) => h('li', { class: (i + 1 === at ? 'is-active ' : '') + 'number', 'aria-current': String(i + 1 === at), 'aria-label': '第 ' + (i + 1) + ' 页', tabindex: '0', onclick: to(i + 1) }, i + 1))),
    h('button', { type: 'button', class: 'btn-next', disabled: at === last, 'aria-label': '下一页', 'aria-disabled': String(at === last), onclick: to(at + 1) }, Icon(ARROW)),
    h('span', { class: 'el-pagination__jump is-last' }, h('span', { class: 'el-pagination__goto' }, '前往'), h('div', { class: 'el-input el-pagination__editor' }, h('input', { class: 'el-input__inner', type: 'number', min: 1, max: last })), h('span', { class: 'el-pagination__classifier' }, '页')));
}

/** Panes are made when their tab is first pressed and hidden afterwards. */
function Tabs(names, make, start) {
  const panes = {}, heads = h('div', { class: 'el-tabs__nav is-top', role: 'tablist' }), body = h('div', { class: 'el-tabs__content' });
  const choose = (name) => {
    if (!panes[name]) body.append((panes[name] = h('div', { class: 'el-tab-pane', role: 'tabpanel', id: 'pane-' + name }, make(name))));
    for (const [key, pane] of Object.entries(panes)) { pane.style.display = key === name ? '' : 'none'; pane.setAttribute('aria-hidden', String(key !== name)); }
    for (const tab of heads.children) { const on = tab.id === 'tab-' + name; tab.className = 'el-tabs__item is-top' + (on ? ' is-active' : ''); tab.setAttribute('aria-selected', String(on)); }
  };
  fill(heads, names.map(([name, text]) => h('div', { id: 'tab-' + name, class: 'el-tabs__item is-top', role: 'tab', 'aria-controls': 'pane-' + name, tabindex: '-1', onclick: () => choose(name) }, text)));
  choose(start || names[0][0]);
  return h('div', { class: 'el-tabs el-tabs--top' }, h('div', { class: 'el-tabs__header is-top' }, h('div', { class: 'el-tabs__nav-wrap is-top' }, h('div', { class: 'el-tabs__nav-scroll' }, heads))), body);
}

function Collapse(items) {
  return h('div', { class: 'el-collapse' }, items.map(([title, make, open]) => {
    const wrap = h('div', { class: 'el-collapse-item__wrap', role: 'region' }), head = h('button', { type: 'button', class: 'el-collapse-item__header' }, title, Icon(ARROW));
    const turn = (on) => {
      if (on && !wrap.firstChild) wrap.append(h('div', { class: 'el-collapse-item__content' }, make()));
      wrap.style.display = on ? '' : 'none'; head.classList.toggle('is-active', on); head.setAttribute('aria-expanded', String(on));
    };
    head.addEventListener('click', () => turn(wrap.style.display === 'none'));
    turn(Boolean(open));
    return h('div', { class: 'el-collapse-item' }, head, wrap);
  }));
}

function Dialog(title, ...kids) {
  const overlay = h('div', { class: 'el-overlay', style: 'z-index:2005' });
  const close = () => { overlay.style.display = 'none'; };
  overlay.append(h('div', { role: 'dialog', 'aria-modal': 'true', 'aria-label': title, class: 'el-overlay-dialog' }, h('div', { class: 'el-dialog', style: '--el-dialog-width:640px' },
    h('header', { class: 'el-dialog__header' }, h('span', { role: 'heading', 'aria-level': '2', class: 'el-dialog__title' }, title), h('button', { 'aria-label': '关闭此对话框', class: 'el-dialog__headerbtn', type: 'button', onclick: close }, Icon(ARROW))),
    h('div', { class: 'el-dialog__body' }, ...kids), h('footer', { class: 'el-dialog__footer' }, Button('我知道了', close, 'primary')))));
  document.body.append(overlay);
}

/** What is drawn once it comes into the window. */
function whenSeen(el, draw) {
  new IntersectionObserver((entries, watch) => { if (entries.some((entry) => entry.isIntersecting)) { watch.disconnect(); draw(el); } }, { rootMargin: '60px' }).observe(el);
  return el;
}
const Picture = (src, alt) => whenSeen(h('div', { class: 'el-image' }, h('div', { class: 'el-image__wrapper' }, h('div', { class: 'el-image__placeholder' }))), (el) => fill(el, h('img', { class: 'el-image__inner', src, alt: alt || '' })));
const Shown = (promise, rows, draw) => {
  const box = h('div', { class: 'main-box' }, Skeleton(rows));
  promise.then((told) => fill(box, draw(told)), (error) => fill(box, Result('error', '加载失败', error.message)));
  return box;
};
`;
