/** What runs in the browser: the platform's list script and the interaction area. */
export const LIST_JS = `(function (w, d) {
  var F = {
    day: function (n) { n = String(n); return n.slice(0, 4) + '-' + n.slice(4, 6) + '-' + n.slice(6, 8); },
    cn: function (s) { return new Date(new Date(s).getTime() + 288e5).toISOString().slice(0, 10); },
    ms: function (n) { return new Date(n + 288e5).toISOString().slice(0, 10).replace(/-/g, '/'); },
    pc: function (l) { for (var i = 0; i < l.length; i++) if (l[i].type === 'pc') return l[i].u; return '#'; }
  };
  function esc(s) { return String(s == null ? '' : s).replace(/[&<>"]/g, function (c) { return '&#' + c.charCodeAt(0) + ';'; }); }
  function tpl(id, data) {
    var src = d.getElementById(id).innerHTML, out = 'var o="";with(D){', at = 0;
    src.replace(/\\{\\{([\\s\\S]+?)\\}\\}/g, function (all, e, pos) {
      out += 'o+=' + JSON.stringify(src.slice(at, pos)) + ';'; at = pos + all.length; e = e.trim();
      var m = /^each (\\S+) (\\w+)$/.exec(e), p = e.split(' | ');
      if (m) out += '(' + m[1] + '||[]).forEach(function(' + m[2] + '){';
      else if (e === '/each') out += '});';
      else if (/^if /.test(e)) out += 'if(' + e.slice(3).replace(/&gt;/g, '>').replace(/&amp;/g, '&') + '){';
      else if (e === '/if') out += '}';
      else out += 'o+=E(' + (p[1] ? 'F.' + p[1] + '(' + p[0] + ')' : p[0]) + ');';
    });
    return new Function('D', 'E', 'F', out + 'o+=' + JSON.stringify(src.slice(at)) + '}return o')(data, esc, F);
  }
  function ask(method, url, body, type, done) {
    var x = new XMLHttpRequest(); x.open(method, url, true);
    if (type) x.setRequestHeader('Content-Type', type);
    x.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    x.onload = function () { if (x.status === 200) done(JSON.parse(x.responseText)); };
    x.send(body);
  }
  function pager(box, cur, all, size, go) {
    var n = Math.ceil(all / size), h = '';
    if (n < 2) { box.innerHTML = ''; return; }
    if (cur > 1) h += '<a href="javascript:;" data-p="' + (cur - 1) + '">上一页</a>';
    for (var i = 1; i <= n; i++) h += i === cur ? '<b>' + i + '</b>' : '<a href="javascript:;" data-p="' + i + '">' + i + '</a>';
    if (cur < n) h += '<a href="javascript:;" data-p="' + (cur + 1) + '">下一页</a>';
    box.innerHTML = h + '<span>共' + n + '页 ' + all + '条</span>';
    [].forEach.call(box.querySelectorAll('a'), function (a) { a.onclick = function () { go(+a.getAttribute('data-p')); }; });
  }
  function empty(box) { if (!box.querySelector('li')) box.innerHTML = '<p class="none">暂无内容</p>'; }
  var FORM = 'application/x-www-form-urlencoded; charset=UTF-8';
  var MX = w.MX = {
    unit: function (id, o) {
      (function go(p) {
        var q = 'siteCode=mxx&channelCodes=' + encodeURIComponent(JSON.stringify(o.channels)) + '&unitId=' + o.unit + '&pageNum=' + p + '&pageSize=' + o.size;
        ask('POST', '/openapi/mxx/front/unit/list', q, FORM, function (r) {
          var box = d.getElementById(id); box.innerHTML = tpl(o.tpl, r.result); empty(box);
          if (o.pager) pager(d.getElementById(o.pager), p, r.result.pager.all, o.size, go);
        });
      })(1);
    },
    group: function (id, o) {
      (function go(p) {
        ask('GET', '/openapi/mxx/front/group?ch=' + o.ch + '&u=' + o.u + '&p=' + p + '&n=' + o.n, null, '', function (r) {
          d.getElementById(id).innerHTML = tpl(o.tpl, r); pager(d.getElementById(o.pager), p, r.amount, o.n, go);
        });
      })(1);
    },
    annual: function (id, t) { ask('GET', '/openapi/mxx/front/annual?u=88204', null, '', function (r) { d.getElementById(id).innerHTML = tpl(t, r); }); },
    tabs: function (tabs, load) {
      var li = d.getElementById(tabs).children;
      [].forEach.call(li, function (x) { x.onclick = function () { [].forEach.call(li, function (y) { y.className = y === x ? 'on' : ''; }); load(x); }; });
      load(li[0]);
    },
    reading: function (tab, id, t) {
      (function go(p) {
        ask('POST', '/openapi/mxx/front/reading/list', JSON.stringify({ site: 'mxx', tab: tab, page: p, rows: 6 }), 'application/json', function (r) {
          d.getElementById(id).innerHTML = tpl(t, r.data); pager(d.getElementById('rpager'), p, r.data.total, 6, go);
        });
      })(1);
    },
    files: function (list) {
      var box = d.getElementById('fjBox'); if (!box || !list.length) return;
      box.innerHTML = '<h3>附件下载</h3><ul>' + list.map(function (f) { return '<li><a href="' + f.p + '" target="_blank">' + esc(f.n) + '</a></li>'; }).join('') + '</ul>';
    },
    askFiles: function (id) { ask('GET', '/openapi/mxx/front/doc/files?docId=' + id, null, '', function (r) { MX.files(r.files); }); },
    askRel: function (id) {
      ask('GET', '/openapi/mxx/front/doc/rel?docId=' + id, null, '', function (r) {
        d.querySelector('#wjjd ul').innerHTML = r.rel.map(function (x) { return '<li><a href="' + x.u + '">' + esc(x.n) + '</a></li>'; }).join(''); MX.show('wjjd');
      });
    },
    show: function (id) { var b = d.getElementById(id); if (b && b.querySelector('a')) b.style.display = 'block'; },
    flip: function (id, bar) {
      var g = d.querySelectorAll('#' + id + ' .pg'), h = '';
      for (var i = 0; i < g.length; i++) h += '<a href="javascript:;" data-i="' + i + '">' + (i + 1) + '</a>';
      d.getElementById(bar).innerHTML = h;
      [].forEach.call(d.querySelectorAll('#' + bar + ' a'), function (a) {
        a.onclick = function () { for (var j = 0; j < g.length; j++) g[j].style.display = j === +a.getAttribute('data-i') ? '' : 'none'; };
      });
    }
  };
})(window, document);`;

export const APP_JS = `(function () {
  var app = document.getElementById('app');
  function get(u, f) { fetch(u).then(function (r) { return r.json(); }).then(f); }
  function head(x) { return '<div class="hd-tab"><a href="#/xx"' + (x === 'xx' ? ' class="on"' : '') + '>县长信箱</a><a href="#/zj"' + (x === 'zj' ? ' class="on"' : '') + '>意见征集</a></div>'; }
  function route() {
    var h = location.hash.slice(2).split('/');
    if (h[0] === 'zj') return get('/hd/api/v2/collects', function (r) {
      app.innerHTML = head('zj') + '<ul class="list">' + r.d.map(function (x) { return '<li><span class="t">' + x.subject + '</span><span class="d">' + x.from + ' 至 ' + x.till + '</span><em>' + x.st + '</em></li>'; }).join('') + '</ul>';
    });
    if (h[0] === 'xx' && h[1]) return get('/hd/api/v2/mail/' + h[1], function (r) {
      app.innerHTML = head('xx') + '<h2>' + r.d.subject + '</h2><p>来信时间：' + r.d.on + '</p><p>' + r.d.ask + '</p><h3>' + r.d.unit + '答复</h3><p>' + r.d.reply + '</p>';
    });
    get('/hd/api/v2/mails?p=1', function (r) {
      app.innerHTML = head('xx') + '<p class="tj">本月来信 ' + r.count + ' 件，办结率 100%</p><ul class="list">' + r.d.map(function (x) { return '<li><a href="#/xx/' + x.k + '">' + x.subject + '</a><span class="d">' + x.on + '</span><em>已答复</em></li>'; }).join('') + '</ul><a class="btn" href="#/xx">我要写信</a>';
    });
  }
  window.onhashchange = route; route();
})();`;

const MAILS = [
  [8812, '关于梅东大桥路灯夜间不亮的问题', '2026.06.24', '县城市管理局'],
  [8809, '咨询二孩入户需要的材料', '2026.06.19', '县公安局'],
  [8801, '反映溪口镇自来水水压不足', '2026.06.11', '县水利局'],
  [8790, '建议增设老年食堂', '2026.05.28', '县民政局'],
] as const;

const COLLECTS = [
  { id: 61, subject: '《梅溪县养老服务设施布局规划》意见征集', from: '2026.06.08', till: '2026.07.08', st: '进行中' },
  { id: 58, subject: '城区停车收费标准调整意见征集', from: '2026.03.02', till: '2026.04.02', st: '已结束' },
];

/** Answers of the interaction area, or null. */
export function interaction(path: string): unknown {
  if (path.startsWith('/hd/api/v2/mails')) {
    return { c: 0, count: MAILS.length, d: MAILS.map(([k, subject, on]) => ({ k, subject, on })) };
  }
  if (path === '/hd/api/v2/collects') return { c: 0, d: COLLECTS };
  const id = Number(/^\/hd\/api\/v2\/mail\/(\d+)$/.exec(path)?.[1]);
  const mail = MAILS.find((m) => m[0] === id);
  if (!mail) return null;
  const reply = '您好，您反映的事项已收悉，我单位已安排人员核实处理，感谢您对我们工作的关心和支持。';
  return { c: 0, d: { subject: mail[1], on: mail[2], ask: `${mail[1]}，请有关部门予以答复。`, unit: mail[3], reply } };
}
