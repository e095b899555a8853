import { policy, reading, notice, type UnitContent } from './rows.js';
import { units } from './units.js';

/** 白泉乡: middling; its policy column went quiet for lack of anything to issue and says so in a situation statement. */
export const baiquan: UnitContent = {
  unit: units.baiquan,
  policies: [
    policy(
      'p01',
      '2024-09-24',
      '2024-10-09',
      '白政发〔2024〕17号',
      '白泉乡人民政府关于印发《白泉乡水源地保护管理办法》的通知',
      { shape: 'signature' },
    ),
    policy(
      'p02',
      '2025-03-20',
      '2025-03-28',
      '白政发〔2025〕4号',
      '白泉乡人民政府关于印发《白泉乡温泉康养产业发展方案》的通知',
      { shape: 'signature' },
    ),
    policy(
      'p03',
      '2025-07-22',
      '2025-07-31',
      '白政发〔2025〕11号',
      '白泉乡人民政府关于印发《白泉乡农村生活污水治理方案》的通知',
      { shape: 'numerals' },
    ),
  ],
  statement: {
    column: 'zcwj',
    title: '关于白泉乡2026年上半年政策文件公开情况的说明',
    published: '2026-06-12',
    paragraphs: [
      '2026年1月1日至6月10日，白泉乡人民政府未制发应当主动公开的政策性文件，因此本栏目在此期间没有新增文件。',
      '今后制发文件的，本乡将自文件形成之日起20个工作日内在本栏目公开。特此说明。',
    ],
  },
  interpretations: [
    reading('p01', '2024-10-09', 'infographic', 'both'),
    reading('p02', '2025-03-28', 'text', 'both', ['背景依据', '目标任务', '主要内容', '解读机关']),
    // The column of interpretations depends on that of policies, yet it was kept alive with one on a policy of the county.
    reading(
      '云岭县人民政府办公室关于印发《云岭县全域土地综合整治试点实施方案》的通知',
      '2026-05-07',
      'infographic',
      'none',
    ),
  ],
  notices: [
    notice('2026-06-10', '白泉乡温泉度假区道路施工公告', { signed: '2026-06-09' }),
    notice('2026-04-21', '白泉乡集中供水水质检测结果公示', { files: [{ name: '水质检测结果.pdf', kind: 'pdf' }] }),
    notice('2026-01-22', '白泉乡春节期间烟花爆竹禁放区域通告', { signed: '2026-01-21' }),
    notice('2025-08-28', '白泉乡农村户厕改造名单公示'),
    notice('2024-11-14', '白泉乡集镇垃圾收费标准公告'),
  ],
  news: {
    newest: '2026-06-18',
    every: 24,
    titles: [
      '白泉乡开展水源地巡查',
      '白泉乡召开旅游旺季安全工作会',
      '白泉乡组织农技人员下田指导',
      '白泉乡康养步道建成开放',
      '白泉乡召开村居法律顾问座谈会',
      '白泉乡开展节水宣传活动',
      '白泉乡冬修水利工程开工',
      '白泉乡组织消防演练',
    ],
  },
  standing: {
    from: '2026-06-14',
    reports: [
      { year: 2024, published: '2025-01-21' },
      // Late: due on 2026-01-31.
      { year: 2025, published: '2026-02-06' },
    ],
    fields: ['社会救助', '公共文化服务'],
    letters: ['关于集中供水收费标准的咨询', '建议增加泉水村公交站点'],
    guides: ['农村供水入户申请指南', '临时救助申请指南'],
  },
};
