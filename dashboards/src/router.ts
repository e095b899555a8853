import { createRouter, createWebHistory } from 'vue-router';
import OverviewPage from './pages/OverviewPage.vue';
import { detour } from './state/admission.js';
import { knownSession } from './state/session.js';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Shown in the main menu. */
    inMenu?: boolean;
    /** The page does not depend on the chosen programme and period. */
    unscoped?: boolean;
    /** Part of the public page: for everybody, without an account, in a frame of its own. */
    open?: boolean;
    /** The page depends on the programme, but not on a period. */
    programmeOnly?: boolean;
    /** Shown in the menu of the account. */
    inAccountMenu?: boolean;
    /** The page is about the reader's own account. */
    personal?: boolean;
    /** The right without which the page is not shown; the server decides again. */
    right?: string;
    /** The page is about all units at once: for those alone who may see all. */
    whole?: boolean;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/',
      name: 'overview',
      component: OverviewPage,
      meta: { title: '总览', inMenu: true, right: 'overview.read' },
    },
    {
      path: '/leader',
      name: 'leader',
      component: () => import('./pages/LeaderPage.vue'),
      meta: { title: '领导看板', inMenu: true, right: 'overview.read', whole: true },
    },
    {
      path: '/scorecards',
      name: 'scorecards',
      component: () => import('./pages/ScorecardsPage.vue'),
      meta: { title: '单位得分', inMenu: true, right: 'ranking.read' },
    },
    {
      path: '/scorecards/:organisation',
      name: 'scorecard',
      component: () => import('./pages/ScorecardPage.vue'),
      meta: { title: '单位得分', right: 'scorecards.read' },
    },
    {
      path: '/progress',
      name: 'progress',
      component: () => import('./pages/ProgressPage.vue'),
      meta: { title: '试点进展', inMenu: true, right: 'tasks.read' },
    },
    {
      path: '/comparison',
      name: 'comparison',
      component: () => import('./pages/ComparisonPage.vue'),
      meta: { title: '对照试算', inMenu: true, right: 'comparisons.read', whole: true },
    },
    {
      path: '/findings',
      name: 'findings',
      component: () => import('./pages/FindingsPage.vue'),
      meta: { title: '问题清单', inMenu: true, right: 'findings.read' },
    },
    {
      path: '/findings/changes',
      name: 'finding-changes',
      component: () => import('./pages/FindingChangesPage.vue'),
      meta: { title: '异常对比', right: 'findings.read' },
    },
    {
      path: '/indicators/:id',
      name: 'indicator',
      component: () => import('./pages/IndicatorPage.vue'),
      meta: { title: '指标', right: 'scorecards.read' },
    },
    {
      path: '/ledgers',
      name: 'ledgers',
      component: () => import('./pages/LedgersPage.vue'),
      meta: { title: '台账', inMenu: true, right: 'ledgers.read' },
    },
    {
      path: '/column-states',
      name: 'column-states',
      component: () => import('./pages/ColumnStatesPage.vue'),
      meta: { title: '栏目全景', right: 'ledgers.read' },
    },
    {
      path: '/ledgers/:kind',
      name: 'ledger-table',
      component: () => import('./pages/LedgersPage.vue'),
      meta: { title: '台账', right: 'ledgers.read' },
    },
    {
      path: '/reviews',
      name: 'reviews',
      component: () => import('./pages/ReviewsPage.vue'),
      meta: { title: '复核', inMenu: true, right: 'reviews.read' },
    },
    {
      path: '/materials',
      name: 'materials',
      component: () => import('./pages/MaterialsPage.vue'),
      meta: { title: '佐证材料', inMenu: true, right: 'materials.read' },
    },
    {
      path: '/materials/:organisation/:requirement',
      name: 'material',
      component: () => import('./pages/MaterialPage.vue'),
      meta: { title: '佐证材料', right: 'materials.read' },
    },
    {
      path: '/ledger',
      name: 'ledger',
      component: () => import('./pages/LedgerPage.vue'),
      meta: { title: '公开台账', inMenu: true, right: 'ledgers.read' },
    },
    {
      path: '/appeals',
      name: 'appeals',
      component: () => import('./pages/AppealsPage.vue'),
      meta: { title: '申诉整改', inMenu: true, right: 'appeals.read' },
    },
    {
      path: '/programme',
      name: 'programme',
      component: () => import('./pages/ProgrammePage.vue'),
      meta: { title: '方案', inMenu: true, programmeOnly: true, right: 'programmes.read' },
    },
    {
      path: '/programmes',
      name: 'programmes',
      component: () => import('./pages/ProgrammesPage.vue'),
      meta: { title: '方案编辑', unscoped: true, right: 'programmes.read', whole: true },
    },
    {
      path: '/programmes/:id/edit',
      name: 'programme-edit',
      component: () => import('./pages/ProgrammeEditPage.vue'),
      meta: { title: '方案编辑', unscoped: true, right: 'programmes.read', whole: true },
    },
    {
      path: '/crawl',
      name: 'crawl',
      component: () => import('./pages/CrawlPage.vue'),
      meta: { title: '采集情况', inMenu: true, unscoped: true, right: 'rounds.read', whole: true },
    },
    {
      path: '/running',
      name: 'running',
      component: () => import('./pages/RunningPage.vue'),
      meta: { title: '运行', unscoped: true, right: 'rounds.read', whole: true },
    },
    {
      path: '/columns',
      name: 'columns',
      component: () => import('./pages/ColumnsPage.vue'),
      meta: { title: '栏目沿革', inMenu: true, unscoped: true, right: 'columns.read' },
    },
    {
      path: '/reading',
      name: 'reading',
      component: () => import('./pages/ReadingPage.vue'),
      meta: { title: '试读页面', inMenu: true, unscoped: true, right: 'captures.read' },
    },
    {
      path: '/circulars',
      name: 'circulars',
      component: () => import('./pages/CircularsPage.vue'),
      meta: { title: '通报', inMenu: true, programmeOnly: true, right: 'circulars.read' },
    },
    {
      path: '/circulars/letterheads',
      name: 'letterheads',
      component: () => import('./pages/LetterheadsPage.vue'),
      meta: { title: '发文模板', unscoped: true, right: 'circulars.read', whole: true },
    },
    {
      path: '/circulars/drafts/:id',
      name: 'circular-draft',
      component: () => import('./pages/CircularDraftPage.vue'),
      meta: { title: '起草通报', programmeOnly: true, right: 'circulars.read', whole: true },
    },
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { title: '登录', unscoped: true },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('./pages/PasswordPage.vue'),
      meta: { title: '修改口令', unscoped: true, personal: true },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('./pages/AccountPage.vue'),
      meta: { title: '我的账号', unscoped: true, personal: true, inAccountMenu: true },
    },
    {
      path: '/setup',
      name: 'setup',
      component: () => import('./pages/SetupPage.vue'),
      meta: { title: '建立', unscoped: true, inAccountMenu: true, right: 'organisations.write', whole: true },
    },
    {
      path: '/public-page',
      name: 'public-page',
      component: () => import('./pages/PublicPagePage.vue'),
      meta: { title: '公开页', programmeOnly: true, inAccountMenu: true, right: 'results.release', whole: true },
    },
    {
      path: '/accounts',
      name: 'accounts',
      component: () => import('./pages/AccountsPage.vue'),
      meta: { title: '账号管理', unscoped: true, inAccountMenu: true, right: 'accounts.manage' },
    },
    {
      path: '/tokens',
      name: 'tokens',
      component: () => import('./pages/TokensPage.vue'),
      meta: { title: '接口令牌', unscoped: true, inAccountMenu: true, right: 'tokens.manage' },
    },
    {
      path: '/channels',
      name: 'channels',
      component: () => import('./pages/ChannelsPage.vue'),
      meta: { title: '通知', unscoped: true, inAccountMenu: true, right: 'channels.manage' },
    },
    {
      path: '/audit',
      name: 'audit',
      component: () => import('./pages/AuditPage.vue'),
      meta: { title: '操作记录', unscoped: true, inAccountMenu: true, right: 'audit.read' },
    },
    {
      path: '/public',
      component: () => import('./components/PublicFrame.vue'),
      meta: { title: '评估结果', open: true },
      children: [
        { path: '', name: 'public', component: () => import('./pages/PublicRankingPage.vue') },
        { path: 'units/:organisation', name: 'public-unit', component: () => import('./pages/PublicUnitPage.vue') },
        {
          path: 'method',
          name: 'public-method',
          component: () => import('./pages/PublicMethodPage.vue'),
          meta: { title: '评估办法' },
        },
        {
          path: 'data',
          name: 'public-data',
          component: () => import('./pages/PublicDataPage.vue'),
          meta: { title: '数据下载' },
        },
        {
          path: 'remarks',
          name: 'public-remarks',
          component: () => import('./pages/PublicRemarksPage.vue'),
          meta: { title: '意见反馈' },
        },
      ],
    },
    {
      path: '/:lost(.*)*',
      name: 'lost',
      component: () => import('./pages/LostPage.vue'),
      meta: { title: '页面不存在', unscoped: true },
    },
  ],
  scrollBehavior: (to, from, saved) =>
    saved ?? (to.path === from.path ? false : to.hash ? { el: to.hash } : { top: 0 }),
});

router.beforeEach(async (to) => {
  // Whoever reads the public page is asked for nothing.
  if (to.meta.open) return true;
  const session = await knownSession();
  return (session && detour(to, session)) ?? true;
});
