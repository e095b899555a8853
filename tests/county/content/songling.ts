import { policy, reading, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/** 松岭乡: a single-page app; middling, one notice without any date, one link to a page that is not there. */
export const songling: UnitContent = {
  unit: units.songling,
  states: { catalogue: 'toHome' },
  policies: [
    policy(
      'p01',
      '2024-10-22',
      '2024-10-31',
      '松政发〔2024〕12号',
      '松岭乡人民政府关于印发《松岭乡林下经济发展规划》的通知',
    ),
    policy('p02', '2025-06-11', '2025-06-19', '松政发〔2025〕9号', '松岭乡人民政府关于加强古树名木保护的通知'),
    policy(
      'p03',
      '2025-11-17',
      '2025-11-26',
      '松政发〔2025〕16号',
      '松岭乡人民政府关于印发《松岭乡森林防火网格化管理办法》的通知',
    ),
    policy(
      'p04',
      '2026-04-16',
      '2026-04-27',
      '松政发〔2026〕6号',
      '松岭乡人民政府关于印发《松岭乡村道养护实施方案》的通知',
    ),
  ],
  interpretations: [
    reading('p01', '2024-10-31', 'text', 'both', ['背景依据', '目标任务', '主要内容', '解读机关']),
    reading('p03', '2025-11-26', 'video', 'both'),
    reading('p04', '2026-04-27', 'text', 'fromPolicy', ['背景依据', '具体举措', '解读机关']),
  ],
  notices: [
    notice('2026-06-03', '松岭乡松材线虫病防控通告', { signed: '2026-06-02' }),
    notice('2026-03-26', '松岭乡生态护林员选聘公告'),
    notice(null, '松岭乡便民服务大厅窗口调整公告'),
    notice('2025-09-11', '松岭乡退耕还林补助面积公示', { files: [{ name: '补助面积表.xlsx', kind: 'xlsx' }] }),
    notice('2025-02-20', '松岭乡村级卫生室改造施工公告'),
    notice('2024-08-15', '松岭乡山洪危险区警示公告', { fate: 'softNotFound' }),
  ],
  news: {
    newest: '2026-06-20',
    every: 27,
    titles: [
      '松岭乡开展林区隐患排查',
      '松岭乡中药材种植技术培训举行',
      '松岭乡召开村务公开工作会',
      '松岭乡组织清明文明祭扫宣传',
      '松岭乡冬季护林巡查全面展开',
      '松岭乡召开乡村旅游发展座谈会',
      '松岭乡修复受损村道',
    ],
  },
  standing: {
    from: '2026-06-08',
    reports: [
      { year: 2024, published: '2025-01-23' },
      { year: 2025, published: '2026-01-30' },
    ],
    fields: ['涉农补贴', '社会救助'],
    letters: ['关于公益林补偿标准的咨询', '建议增设松岭村垃圾收集点'],
    guides: ['林木采伐许可办理指南', '生态护林员申请指南'],
  },
};
