/** The pages of the bundle. */
export const PAGES = String.raw`(function () {
var app = window.__app, esc = app.esc, pages = app.pages;
var TENANT = { 'tenant-id': '000000' };
function address(r, from) { return r.wbdz || '#/detail?id=' + r.id + (from || ''); }
function rows(list, from) {
  if (!list.length) return app.empty;
  return '<ul class="ant-list-items">' + list.map(function (r) {
    return '<li class="ant-list-item"><a href="' + address(r, from) + '"' + (r.wbdz ? ' target="_blank"' : '') + '>' + esc(r.bt) + '</a><span class="date___3kfP1">' + app.day(r.fbsj) + '</span></li>';
  }).join('') + '</ul>';
}
function pager(total, size, now) {
  var html = '';
  for (var n = 1; n <= Math.ceil(total / size); n++)
    html += '<li title="' + n + '" class="ant-pagination-item ant-pagination-item-' + n + (n === now ? ' ant-pagination-item-active' : '') + '" tabindex="0"><a rel="nofollow">' + n + '</a></li>';
  return '<ul class="ant-pagination"><li class="ant-pagination-total-text">共 ' + total + ' 条</li>' + html + '</ul>';
}
function card(r) {
  var bt = r.bt.length > 28 ? r.bt.slice(0, 28) + '...' : r.bt;
  return '<div class="ant-card"><a href="#/policy/detail/' + r.id + '"><h4>' + esc(bt) + '</h4></a>' + (r.sxzt === '已失效' ? '<i class="seal___8uwqe">已失效</i>' : '') +
    '<p><span>发文字号：' + esc(r.wh) + '</span>　<span>成文日期：' + app.day(r.cwrq) + '</span>　<span>发布日期：' + app.day(r.fbsj) + '</span></p></div>';
}
pages.home = function () {
  return Promise.all([
    app.post('/api/article/page', { cid: 1001, pageNum: 1, pageSize: 5 }), app.post('/api/article/page', { cid: 1021, pageNum: 1, pageSize: 7 }),
    app.get('/api/policy/search?current=1&size=5', TENANT), app.get('/api/jd/list'), app.get('/api/article/info?id=' + BANNER),
  ]).then(function (d) {
    var slides = [['index.html#/detail?id=' + BANNER, d[4].bt], ['#/detail?id=' + d[0].rows[0].id, d[0].rows[0].bt]];
    var slide = function (s, cls) { return '<div class="slick-slide ' + cls + '"><a href="' + s[0] + '"><span>' + esc(s[1]) + '</span></a></div>'; };
    app.frame('<div class="ant-carousel"><div class="slick-track">' + slide(slides[1], 'slick-cloned') + slides.map(function (s) { return slide(s, ''); }).join('') + slide(slides[0], 'slick-cloned') + '</div></div>' +
      '<h3>工作动态</h3>' + rows(app.shown(d[0].rows)) + '<h3>通知公告</h3>' + rows(app.shown(d[1].rows)) +
      '<h3>政策文件</h3>' + d[2].records.map(card).join('') +
      '<h3>政策解读</h3><ul>' + d[3].slice(0, 4).map(function (r) { return '<li><a href="#/read?id=' + r.id + '">' + esc(r.bt) + '</a></li>'; }).join('') + '</ul>' +
      '<h3>政府信息公开</h3><div class="ant-row"><a href="#/single/guide">政府信息公开指南</a> <a href="#/open?node=2020">政府信息公开制度</a> <a href="#/open">法定主动公开内容</a> <a href="/file/2026/zdgk-jbml.pdf" target="_blank">主动公开基本目录</a> <a href="#/open?node=2019">政府信息公开年报</a> <a href="#/open?node=2032">财政预决算</a></div>');
  });
};
pages.list = function (q) {
  var cid = Number(q.get('cid')), name = cid === 1021 ? '通知公告' : '工作动态';
  function turn(now) {
    return app.post('/api/article/page', { cid: cid, pageNum: now, pageSize: 10 }).then(function (d) {
      var page = app.frame('<h2>' + name + '</h2>' + rows(app.shown(d.rows)) + pager(d.total, 10, now), name);
      app.each(page, '.ant-pagination-item', function (at) { turn(at + 1); });
    });
  }
  return turn(1);
};
pages.recruit = function () {
  return app.get('/api/article/all?cid=1022').then(function (all) {
    var list = app.shown(all);
    function turn(now) {
      var part = list.slice((now - 1) * 10, now * 10);
      var page = app.frame('<h2>招考录用</h2><div class="ant-table"><table><thead class="ant-table-thead"><tr><th>标题</th><th>发布日期</th></tr></thead><tbody class="ant-table-tbody">' + part.map(function (r) {
        return '<tr data-row-key="' + r.id + '" class="ant-table-row ant-table-row-level-0"><td class="ant-table-cell">' + esc(r.bt) + '</td><td class="ant-table-cell">' + new Date(r.fbsj).toLocaleDateString() + '</td></tr>';
      }).join('') + '</tbody></table></div>' + pager(list.length, 10, now), '招考录用');
      app.each(page, '.ant-table-row', function (at) { app.go('#/detail?id=' + part[at].id); });
      app.each(page, '.ant-pagination-item', function (at) { turn(at + 1); });
    }
    turn(1);
  });
};
function fields(d) {
  if (!d.syh) return '';
  var cell = function (k, v) { return '<th class="ant-descriptions-item-label">' + k + '</th><td class="ant-descriptions-item-content">' + esc(v) + '</td>'; };
  return '<div class="ant-descriptions ant-descriptions-bordered"><table><tbody><tr>' + cell('索引号', d.syh) + cell('发文字号', d.wh) + '</tr><tr>' + cell('发文机关', d.fwjg) + cell('成文日期', d.cwrq.slice(0, 10)) + '</tr></tbody></table></div>';
}
function titled(d) {
  document.title = d.bt + ' - ' + document.title;
  return '<h1 class="title___3xk2a">' + esc(d.bt) + '</h1><div class="info___1aBcQ"><span>来源：' + esc(d.ly) + '</span>　<span>发布时间：' + app.time(d.fbsj) + '</span>　<span>字号：<a>大</a> <a>中</a> <a>小</a></span></div>';
}
function attached(d) {
  return JSON.parse(d.fj).map(function (f) {
    return '<div class="ant-upload-list-item"><span class="anticon anticon-paper-clip"></span><a target="_blank" rel="noopener noreferrer" class="ant-upload-list-item-name" title="' + esc(f.mc) + '" href="' + f.dz + '">' + esc(f.mc) + '</a></div>';
  }).join('');
}
pages.detail = function (q) {
  return app.get('/api/article/info?id=' + q.get('id')).then(function (d) {
    var files = attached(d);
    app.frame(titled(d) + fields(d) + '<div class="content___2Gt7x w-e-text">' + d.nr + '</div>' + (files ? '<div class="ant-upload-list"><b>附件：</b>' + files + '</div>' : ''), '正文');
  });
};
pages.policy = function (q, parts) {
  if (parts[1] === 'detail') return detailOfPolicy(parts[2]);
  var now = Number(q.get('current') || 1);
  return app.get('/api/policy/search?current=' + now + '&size=8', TENANT).then(function (d) {
    var links = '';
    for (var n = 1; n <= d.pages; n++) links += '<li class="ant-pagination-item"><a href="#/policy?current=' + n + '">' + n + '</a></li>';
    app.frame('<h2>政策文件库</h2>' + d.records.map(card).join('') + '<ul class="ant-pagination">' + links + '</ul>', '政策文件');
  });
};
function detailOfPolicy(id) {
  return app.get('/api/policy/info/' + id, TENANT).then(function (d) {
    var tabs = ['正文', '附件（' + JSON.parse(d.fj).length + '）'];
    var page = app.frame(titled(d) + fields(d) + '<div class="ant-tabs"><div class="ant-tabs-nav" role="tablist">' + tabs.map(function (t, at) {
      return '<div class="ant-tabs-tab' + (at ? '' : ' ant-tabs-tab-active') + '"><div role="tab" class="ant-tabs-tab-btn" tabindex="0">' + t + '</div></div>';
    }).join('') + '</div><div class="ant-tabs-content"><div role="tabpanel" class="ant-tabs-tabpane ant-tabs-tabpane-active"></div><div role="tabpanel" class="ant-tabs-tabpane" style="display:none"></div></div></div>' +
      (d.gljd.length ? '<div class="related___9sPqL"><h4>相关解读</h4><ul>' + d.gljd.map(function (r) { return '<li><a href="#/read?id=' + r.id + '">' + esc(r.bt) + '</a></li>'; }).join('') + '</ul></div>' : ''), '政策文件');
    var panes = page.querySelectorAll('.ant-tabs-tabpane');
    panes[0].innerHTML = d.pdf ? '<div class="react-pdf__Document"><div class="react-pdf__Page"><canvas class="react-pdf__Page__canvas" width="794" height="1123"></canvas></div></div>' : '<div class="content___2Gt7x w-e-text">' + app.base64(d.nr) + '</div>';
    app.each(page, '.ant-tabs-tab', function (at) {
      if (at === 1) panes[1].innerHTML = attached(d) || app.empty;
      panes[at].style.display = '';
      panes[1 - at].style.display = 'none';
    });
  });
}
pages.jd = function () {
  var TABS = ['全部', '文字解读', '图解', '音视频', '问答访谈'];
  return app.get('/api/jd/list').then(function (list) {
    function turn(tab) {
      var part = list.filter(function (r) { return !tab || r.lx === tab; });
      var page = app.frame('<h2>政策解读</h2><div class="ant-tabs-nav">' + TABS.map(function (t) { return '<div class="ant-tabs-tab"><div role="tab" tabindex="0">' + t + '</div></div>'; }).join('') + '</div><div class="ant-row">' + part.map(function (r) {
        return '<div class="ant-col ant-col-8"><a href="#/read?id=' + r.id + '"><div class="ant-card-meta-title">' + esc(r.bt) + '</div></a><div class="ant-card-meta-description">' + app.day(r.fbsj, '.') + '</div></div>';
      }).join('') + '</div>', '政策解读');
      app.each(page, '.ant-tabs-tab', function (at) { turn(at); });
    }
    turn(0);
  });
};
pages.read = function (q) {
  return app.get('/api/jd/info?id=' + q.get('id')).then(function (d) {
    d.ly = '芷岚县人力资源和社会保障局';
    var media = d.mt, html = '';
    if (media && media.kind === 'slides') {
      var slide = function (s, cls) { return '<div class="slick-slide ' + cls + '"><div class="slide___2hs0a" title="' + s[0] + '" style="background-image:url(/upload/image/' + s[1] + ')"></div></div>'; };
      html = '<div class="ant-carousel"><div class="slick-track">' + slide(media.parts[media.parts.length - 1], 'slick-cloned') + media.parts.map(function (s) { return slide(s, ''); }).join('') + slide(media.parts[0], 'slick-cloned') + '</div></div>';
    }
    if (media && media.kind === 'collapse') html = '<div class="ant-collapse">' + media.parts.map(function (s) { return '<div class="ant-collapse-item"><div class="ant-collapse-header" role="button" tabindex="0">' + esc(s[0]) + '</div></div>'; }).join('') + '</div>';
    if (media && media.kind === 'hls') html = '<div id="dplayer" class="dplayer dplayer-no-danmaku"><div class="dplayer-video-wrap"></div><div class="dplayer-controller"><span class="dplayer-time">00:00 / 00:00</span></div></div>';
    var page = app.frame(titled(d) + '<div class="content___2Gt7x w-e-text">' + html + d.nr + '</div>' + (d.glzc ? '<div class="related___9sPqL"><h4>关联政策</h4><a href="#/policy/detail/' + d.glzc.id + '">' + esc(d.glzc.bt) + '</a></div>' : ''), '政策解读');
    app.each(page, '.ant-collapse-header', function (at, el) {
      if (el.nextSibling) el.nextSibling.remove();
      else el.insertAdjacentHTML('afterend', '<div class="ant-collapse-content">' + esc(media.parts[at][1]) + '</div>');
    });
    if (media && media.kind === 'hls') return fetch(media.parts[0][1]).then(function (r) { return r.text(); }).then(function () {
      var video = document.createElement('video');
      video.className = 'dplayer-video dplayer-video-current';
      video.setAttribute('webkit-playsinline', '');
      video.src = URL.createObjectURL(new MediaSource());
      page.querySelector('.dplayer-video-wrap').appendChild(video);
    });
  });
};
pages.open = function (q) {
  return app.get('/api/channel/tree').then(function (tree) {
    function branch(nodes) {
      return nodes.map(function (n) {
        var mc = n.lj ? '<a href="' + n.lj + '"' + (n.lj[0] === '/' ? ' target="_blank"' : '') + '>' + n.mc + '</a>' : n.mc;
        return '<div class="ant-tree-treenode"><span class="ant-tree-node-content-wrapper" title="' + n.mc + '"><span class="ant-tree-title" ' + (n.lj || n.zj ? '' : 'role="treeitem"') + '>' + mc + '</span></span></div>' + (n.zj ? branch(n.zj) : '');
      }).join('');
    }
    var leaves = [];
    (function gather(nodes) { nodes.forEach(function (n) { if (n.zj) gather(n.zj); else if (!n.lj) leaves.push(n); }); })(tree);
    function pick(node) {
      return app.get('/api/article/node?node=' + node.id).then(function (list) {
        var page = app.frame('<h2>政府信息公开</h2><div class="ant-tree" role="tree">' + branch(tree) + '</div><div class="pane___4Kq1z"><h3>' + node.mc + '</h3>' + rows(app.shown(list), '&from=open') + '</div>', '政府信息公开');
        app.each(page, '[role=treeitem]', function (at) { pick(leaves[at]); });
      });
    }
    var wanted = leaves.filter(function (n) { return String(n.id) === q.get('node'); })[0];
    return pick(wanted || leaves.filter(function (n) { return n.id === 2031; })[0]);
  });
};
pages.single = function () {
  return app.get('/api/single?code=guide').then(function (d) { app.frame('<div class="content___2Gt7x">' + d.nr + '</div>', d.bt); });
};
pages.interact = function () {
  return app.get('/api/letter/list').then(function (list) {
    var page = app.frame('<h2>局长信箱</h2><div class="ant-collapse">' + list.map(function (l) { return '<div class="ant-collapse-item"><div class="ant-collapse-header" role="button">' + esc(l.bt) + '　来信时间：' + l.lxsj + '</div></div>'; }).join('') + '</div>', '互动交流');
    app.each(page, '.ant-collapse-header', function (at, el) { if (!el.nextSibling) el.insertAdjacentHTML('afterend', '<div class="ant-collapse-content">答复（' + list[at].hfsj + '）：' + esc(list[at].hf) + '</div>'); });
  });
};
pages.topic = function () {
  return app.get('/api/topic/list').then(function () { app.frame('<h2>专题专栏</h2>' + app.empty, '专题专栏'); });
};
/* The chunk was replaced by a later build; the server answers it with the shell. */
pages.service = function () {
  return new Promise(function () {
    var script = document.createElement('script');
    script.src = '/p__service__index.5c1e77aa.async.js';
    script.onload = script.onerror = function () { app.fail('Something went wrong.', 'ChunkLoadError: Loading chunk p__service__index failed.'); };
    document.head.appendChild(script);
  });
};
var BANNER = '@BANNER@';
})();`;
