import { createRouter, createWebHistory } from 'vue-router';
import OverviewPage from './pages/OverviewPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    title: string;
    /** Shown in the main menu. */
    inMenu?: boolean;
    /** The page does not depend on the chosen programme and period. */
    unscoped?: boolean;
    /** The page depends on the programme, but not on a period. */
    programmeOnly?: boolean;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'overview', component: OverviewPage, meta: { title: '总览', inMenu: true } },
    {
      path: '/scorecards',
      name: 'scorecards',
      component: () => import('./pages/ScorecardsPage.vue'),
      meta: { title: '单位得分', inMenu: true },
    },
    {
      path: '/scorecards/:organisation',
      name: 'scorecard',
      component: () => import('./pages/ScorecardPage.vue'),
      meta: { title: '单位得分' },
    },
    {
      path: '/progress',
      name: 'progress',
      component: () => import('./pages/ProgressPage.vue'),
      meta: { title: '试点进展', inMenu: true },
    },
    {
      path: '/comparison',
      name: 'comparison',
      component: () => import('./pages/ComparisonPage.vue'),
      meta: { title: '对照试算', inMenu: true },
    },
    {
      path: '/findings',
      name: 'findings',
      component: () => import('./pages/FindingsPage.vue'),
      meta: { title: '问题清单', inMenu: true },
    },
    {
      path: '/programme',
      name: 'programme',
      component: () => import('./pages/ProgrammePage.vue'),
      meta: { title: '方案', inMenu: true, programmeOnly: true },
    },
    {
      path: '/crawl',
      name: 'crawl',
      component: () => import('./pages/CrawlPage.vue'),
      meta: { title: '采集情况', inMenu: true, unscoped: true },
    },
    {
      path: '/running',
      name: 'running',
      component: () => import('./pages/RunningPage.vue'),
      meta: { title: '运行', unscoped: true },
    },
    {
      path: '/columns',
      name: 'columns',
      component: () => import('./pages/ColumnsPage.vue'),
      meta: { title: '栏目沿革', inMenu: true, unscoped: true },
    },
    {
      path: '/reading',
      name: 'reading',
      component: () => import('./pages/ReadingPage.vue'),
      meta: { title: '试读页面', inMenu: true, unscoped: true },
    },
    {
      path: '/circulars',
      name: 'circulars',
      component: () => import('./pages/CircularsPage.vue'),
      meta: { title: '通报', inMenu: true, programmeOnly: true },
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
