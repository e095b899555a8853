/** The bundle of the platform, as far as its pages need it: plain requests and the marks they make. */
export const script = `(function () {
  var site = 'hlx';
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  var post = function (url, body) {
    body.siteId = site;
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-client': 'pc' }, body: JSON.stringify(body) })
      .then(function (answer) { return answer.json(); });
  };
  var get = function (url) { return fetch(url + '&siteId=' + site).then(function (answer) { return answer.json(); }); };
  var day = function (time) { return typeof time === 'number' ? new Date((time > 1e11 ? time : time * 1000) + 288e5).toISOString().slice(0, 10) : String(time).slice(0, 10); };
  var row = function (one) {
    return '<li class="art-item"><a href="' + one.url + '" target="_blank">' + one.title + '</a>' +
      (one.docNo ? '<span class="no">' + one.docNo + '</span>' : '') + '<span class="time">' + day(one.publishTime) + '</span></li>';
  };

  window.downloadFile = function (url) { window.open(url); };
  window.preview = function (id) { window.open('/gw/file/v1/preview?id=' + id); };

  function expand(node) {
    if (node.dataset.leaf === 'true' || node.querySelector('ul')) return Promise.resolve();
    return get('/gw/portal/v1/channel/children?parentId=' + node.dataset.id).then(function (answer) {
      var ul = document.createElement('ul');
      ul.innerHTML = answer.data.map(function (one) {
        return '<li class="el-tree-node" role="treeitem" data-id="' + one.id + '" data-leaf="' + one.leaf + '"><i class="expand"></i><a href="/zfxxgk/n/' + one.id + '">' + one.name + '</a></li>';
      }).join('');
      node.appendChild(ul);
      all('.expand', ul).forEach(bind);
    });
  }
  function bind(mark) { mark.addEventListener('click', function () { expand(mark.parentNode); }); }
  all('.tree').forEach(function (tree) {
    all('.expand', tree).forEach(bind);
    var open = function () { return all('.el-tree-node', tree).filter(function (node) { return node.dataset.id === tree.dataset.current; })[0]; };
    if (open()) { expand(open()); return; }
    if (tree.dataset.current === '0') return;
    var first = all('.el-tree-node', tree)[0];
    expand(first).then(function () { if (open()) expand(open()); });
  });

  all('[data-list]').forEach(function (list) {
    var at = 1, pages = 1;
    var holder = list.querySelector('ul.art-list'), pager = list.querySelector('.el-pager');
    function numbers() {
      pager.innerHTML = '';
      for (var i = 1; i <= pages; i++) {
        var li = document.createElement('li');
        li.className = 'number' + (i === at ? ' active' : '');
        li.textContent = i;
        li.addEventListener('click', turn.bind(null, i));
        pager.appendChild(li);
      }
    }
    function turn(page) {
      at = page;
      var asked = list.dataset.list === 'library'
        ? post('/gw/search/v1/policy', { pageNo: page, pageSize: 10, keyword: '', filters: { year: list.dataset.year || null } })
        : post('/gw/portal/v1/article/page', { channelId: Number(list.dataset.list), pageNo: page, pageSize: 10 });
      return asked.then(function (answer) {
        pages = answer.data.pages;
        holder.innerHTML = answer.data.records.map(row).join('') || '<li class="empty">暂无数据</li>';
        numbers();
      });
    }
    if (list.dataset.ssr) { pages = Number(list.dataset.pages); numbers(); } else turn(1);
    all('.facet', list).forEach(function (facet) {
      facet.addEventListener('click', function () { list.dataset.year = facet.dataset.value; turn(1); });
    });
    var next = list.querySelector('.btn-next');
    if (next) next.addEventListener('click', function () { if (at < pages) turn(at + 1); });
  });

  all('[data-cards]').forEach(function (cards) {
    var kind = '', holder = cards.querySelector('.cards');
    var load = function (more) {
      return get('/gw/portal/v1/interpret/cards?kind=' + encodeURIComponent(kind) + '&offset=' + (more ? holder.children.length : 0)).then(function (answer) {
        if (!more) holder.innerHTML = '';
        holder.insertAdjacentHTML('beforeend', answer.data.list.map(function (one) {
          return '<div class="card"><a href="' + one.url + '"><span class="badge">' + one.kind + '</span><p class="tt">' + one.title + '</p><em>' + one.date + '</em></a></div>';
        }).join(''));
        cards.querySelector('.more').style.display = answer.data.more ? '' : 'none';
      });
    };
    all('[role=tab]', cards).forEach(function (tab) { tab.addEventListener('click', function () { kind = tab.dataset.kind; load(false); }); });
    cards.querySelector('.more').addEventListener('click', function () { load(true); });
  });

  all('[data-href]').forEach(function (one) { one.addEventListener('click', function () { location.href = one.dataset.href; }); });

  all('[data-chapters]').forEach(function (holder) {
    get('/gw/portal/v1/article/chapters?id=' + holder.dataset.chapters).then(function (answer) { holder.innerHTML = answer.data.map(function (one) { return one.html; }).join(''); });
  });
  all('[data-relation]').forEach(function (holder) {
    get('/gw/portal/v1/article/relation?id=' + holder.dataset.relation).then(function (answer) {
      if (!answer.data.length) return;
      holder.innerHTML = '<h4>相关解读</h4>' + answer.data.map(function (one) { return '<a class="rel" href="' + one.url + '">' + one.title + '</a>'; }).join('');
    });
  });
  all('#docAttr').forEach(function (holder) {
    holder.innerHTML = '<dl class="doc-attr">' + window.__NUXT__.data[0].attrs.map(function (one) { return '<dt>' + one[0] + '：</dt><dd>' + one[1] + '</dd>'; }).join('') + '</dl>';
  });
  all('.el-tabs').forEach(function (tabs) {
    var panels = all('[role=tabpanel]', tabs);
    if (!panels.length) return;
    all('[role=tab]', tabs).forEach(function (tab, at) {
      tab.addEventListener('click', function () { panels.forEach(function (panel, i) { panel.style.display = i === at ? '' : 'none'; }); });
    });
  });
})();
`;
