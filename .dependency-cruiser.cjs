/**
 * Who may import whom. The story goes from left to right: an arrow that goes backwards is a design fault.
 * tests/golden/architecture.spec.ts proves that this check really sees the code.
 */
const order = [
  '^libs/kernel',
  '^libs/calendar',
  '^libs/programmes',
  '^libs/evidence',
  '^libs/files',
  '^libs/facts',
  '^libs/indicators',
  '^libs/scoring',
  '^libs/casework',
  '^libs/access',
  '^libs/database',
  '^libs/jobs',
  '^libs/sheets',
  '^libs/circulars',
  '^libs/operations',
  '^apps',
];
const backwards = order.slice(0, -1).map((room, index) => ({
  name: `backwards-from-${room.replace('^libs/', '')}`,
  severity: 'error',
  comment: '箭头只能顺着故事走。',
  from: { path: room, pathNot: '\\.spec\\.ts$' },
  to: { path: order.slice(index + 1) },
}));
const pure = '^libs/(calendar|programmes|facts|indicators|scoring|casework|access)/';

module.exports = {
  forbidden: [
    ...backwards,
    {
      name: 'pure-rooms-stay-pure',
      severity: 'error',
      comment: '事实、指标、评分、业务规则、日历、方案和权限没有时钟、网络、框架和磁盘。',
      from: { path: pure, pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          '^node_modules/(@nestjs|typeorm|pg|undici|playwright)',
          '^(node:)?(fs|path|crypto|http|https|net|os|child_process|worker_threads|url|stream)(/|$)',
        ],
      },
    },
    {
      name: 'crawlers-know-evidence-and-facts-only',
      severity: 'error',
      from: { path: '^crawlers/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: [
          '^libs/(indicators|scoring|casework|access|circulars|database|jobs|operations|sheets)',
          '^apps',
          '^node_modules/(@nestjs|typeorm)',
        ],
      },
    },
    {
      name: 'libs-know-crawlers-only-from-operations',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/operations', '\\.spec\\.ts$'] },
      to: { path: '^crawlers/' },
    },
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'dashboards-know-only-their-api-client',
      severity: 'error',
      from: { path: '^dashboards/' },
      to: { path: '^(libs|apps|crawlers|tests)/' },
    },
    {
      name: 'product-does-not-know-tests',
      severity: 'error',
      comment: '只有演示命令可以请出示例县。',
      from: { path: '^(libs|apps|crawlers)/', pathNot: ['\\.spec\\.ts$', '^libs/operations/demo\\.ts$'] },
      to: { path: '^tests/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: { pathNot: '^apps/cli/bin/' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist', '/fixtures/', '^dashboards/dist', '^data'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.vue', '.d.ts', '.json'],
    },
  },
};
