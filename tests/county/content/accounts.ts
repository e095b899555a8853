import type { LocalDate } from '../model.js';
import type { units } from './units.js';

type UnitKey = keyof typeof units;

/** One row of the county's list of accounts of new media. Names and identifiers are invented. */
export interface AccountRow {
  unit: UnitKey;
  /** As the list writes it; 无 where the unit has no account. */
  platform: string;
  name: string;
  id: string;
  state: '在用' | '停更' | '已注销' | '';
  opened: LocalDate | '';
  closed: LocalDate | '';
}

const row = (
  unit: UnitKey,
  platform: string,
  name = '',
  id = '',
  state: AccountRow['state'] = '',
  opened: AccountRow['opened'] = '',
  closed: AccountRow['closed'] = '',
): AccountRow => ({ unit, platform, name, id, state, opened, closed });

/**
 * The list as the county keeps it. 民政局 has two accounts on one platform; 教育局 had two and closed one; 财政局 left one lying;
 * 住房和城乡建设局 lists its only one twice; 白泉乡 has none. 松岭乡 and others are not in it: of them nothing can be said.
 */
export const accounts: readonly AccountRow[] = [
  row('portal', '微信公众号', '云岭发布', 'yunling-fabu', '在用', '2018-03-12'),
  row('portal', '微博', '云岭发布', 'https://weibo.example/yunlingfabu', '在用', '2017-06-01'),
  row('civil', '微信公众号', '云岭民政', 'yunling-minzheng', '在用', '2018-09-03'),
  row('civil', '微信', '云岭养老服务', 'yunling-yanglao', '在用', '2021-04-20'),
  row('civil', '抖音', '云岭民政', 'ylmz', '在用', '2022-01-10'),
  row('education', '微信公众号', '云岭教育', 'yunling-jiaoyu', '在用', '2018-05-07'),
  row('education', '公众号', '云岭校园', 'yunling-xiaoyuan', '已注销', '2019-02-18', '2025-03-31'),
  row('finance', '微信公众号', '云岭财政', 'yunling-caizheng', '在用', '2019-01-08'),
  row('finance', '微信公众号', '云岭惠农补贴', 'yunling-huinong', '停更', '2020-07-15'),
  row('housing', '微信公众号', '云岭住建', 'yunling-zhujian', '在用', '2018-11-05'),
  row('housing', '订阅号', '云岭住建', 'Yunling-Zhujian', '在用', '2018-11-05'),
  row('baiquan', '无'),
];
