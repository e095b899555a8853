/** What the pages use of a library for requests. */
export const HTTP = `var axios = {
  get: function (url, options) {
    var params = (options && options.params) || {};
    var query = Object.keys(params).filter(function (key) { return params[key] !== '' && params[key] != null; })
      .map(function (key) { return key + '=' + encodeURIComponent(params[key]); }).join('&');
    return fetch(query ? url + '?' + query : url).then(function (r) { return r.json(); }).then(function (data) { return { data: data }; });
  },
  post: function (url, body) {
    return fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
      .then(function (r) { return r.json(); }).then(function (data) { return { data: data }; });
  }
};`;

const COMMON = `var api = '/prod-api/xxgk';
var siteId = 17;
function getQuery(name) { return new URLSearchParams(location.search).get(name) || ''; }
var common = {
  day: function (time) { return (time || '').slice(0, 10); },
  minute: function (time) { return (time || '').slice(0, 16); },
  plain: function (title) { return title.replace(/<[^>]+>/g, '').replace(/&nbsp;/g, ' '); },
  force: function (code) { return { '1': '有效', '0': '失效', '2': '已修改' }[code] || ''; }
};`;

/** The front page and 法定主动公开内容. */
export const TREE_SCRIPT = `${COMMON}
Vue.createApp({
  data: function () { return { tree: [], rows: [] }; },
  created: function () {
    var vm = this;
    axios.get(api + '/channel/tree', { params: { siteId: siteId } }).then(function (res) { vm.tree = res.data.data[0].children; });
    axios.get(api + '/info/list', { params: { siteId: siteId, pageNum: 1, pageSize: 8 } }).then(function (res) { vm.rows = res.data.rows; });
  },
  methods: Object.assign({}, common, { leaves: function (node) { return node.children.length ? node.children : [node]; } })
}).mount('#app');`;

export const LIST_SCRIPT = `${COMMON}
Vue.createApp({
  data: function () { return { tree: [], rows: [], years: [], year: '', name: '', cid: getQuery('cid') || '1121', total: 0, pageNum: 1, pageSize: 10, loaded: false }; },
  computed: { pages: function () { return Math.ceil(this.total / this.pageSize); } },
  created: function () {
    var vm = this;
    axios.get(api + '/channel/tree', { params: { siteId: siteId } }).then(function (res) {
      var all = [];
      (function walk(nodes) { nodes.forEach(function (n) { all.push(n); walk(n.children); }); })(res.data.data);
      vm.tree = res.data.data[0].children.map(function (n) { return Object.assign({ open: false }, n); });
      vm.choose(all.filter(function (n) { return String(n.channelId) === vm.cid; })[0] || all[0]);
    });
  },
  methods: Object.assign({}, common, {
    choose: function (node) {
      this.cid = String(node.channelId);
      this.name = node.channelName;
      this.years = node.years;
      this.year = node.years.length ? node.years[0] : '';
      this.go(1);
    },
    pick: function (year) { this.year = year; this.go(1); },
    go: function (page) {
      var vm = this;
      vm.pageNum = page;
      axios.get(api + '/info/list', { params: { siteId: siteId, channelId: vm.cid, year: vm.year, pageNum: page, pageSize: vm.pageSize } }).then(function (res) {
        vm.rows = res.data.rows;
        vm.total = res.data.total;
        vm.loaded = true;
      });
    },
    href: function (item) { return item.linkUrl ? item.linkUrl : 'detail.html?id=' + item.infoId + '&cid=' + item.channelId; }
  })
}).mount('#app');`;

export const POLICY_SCRIPT = `${COMMON}
Vue.createApp({
  data: function () { return { rows: [], keyword: '', total: 0, pageNum: 1, pageSize: 6 }; },
  computed: { pages: function () { return Math.ceil(this.total / this.pageSize); } },
  created: function () { this.go(1); },
  methods: Object.assign({}, common, {
    go: function (page) {
      var vm = this;
      vm.pageNum = page;
      axios.post(api + '/policy/search', { siteId: siteId, keyword: vm.keyword, pageNum: page, pageSize: vm.pageSize }).then(function (res) {
        vm.rows = res.data.rows;
        vm.total = res.data.total;
      });
    },
    open: function (item) { window.open('detail.html?id=' + item.infoId); }
  })
}).mount('#app');`;

export const DETAIL_SCRIPT = `${COMMON}
Vue.createApp({
  template: '#tpl',
  data: function () { return { info: null, tip: '加载中...' }; },
  created: function () {
    var vm = this;
    axios.get(api + '/info/' + getQuery('id')).then(function (res) {
      if (res.data.code !== 200) { vm.tip = res.data.msg; return; }
      vm.info = res.data.data;
      document.title = vm.plain(vm.info.title) + '-澄川经济开发区管理委员会';
    });
  },
  methods: Object.assign({}, common, {
    date: function (d) { return d ? d[0] + '-' + ('0' + d[1]).slice(-2) + '-' + ('0' + d[2]).slice(-2) : '-'; },
    unescape: function (html) {
      if (html.indexOf('&lt;') !== 0) return html;
      var box = document.createElement('textarea');
      box.innerHTML = html;
      return box.value;
    },
    fileUrl: function (f) {
      if (f.fileSuffix === 'pdf') return '/prod-api' + f.filePath;
      return '/prod-api/common/download/resource?resource=' + encodeURIComponent(f.filePath);
    }
  })
}).mount('#app');`;
