import type { Report } from '../types.js';

const work = (year: number, count: number): string =>
  `${year}年，全县各级行政机关认真贯彻《中华人民共和国政府信息公开条例》，围绕中心工作推进政务公开。全年通过门户网站主动公开政府信息${count}条，办理依申请公开事项，加强政府信息管理，完善公开平台，落实监督保障。`;

const given = (rules: number, permits: number): string =>
  `<table class="bg" border="1"><tbody><tr><th colspan="4">第二十条第（一）项</th></tr><tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr><tr><td>行政规范性文件</td><td>${rules}</td><td>3</td><td>41</td></tr><tr><th colspan="4">第二十条第（五）项</th></tr><tr><td>行政许可</td><td colspan="3">${permits}</td></tr></tbody></table>`;

const asked = (fresh: number, left: number): string =>
  `<table class="bg" border="1"><tbody><tr><td>本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和</td><td>自然人</td><td>总计</td></tr><tr><td>一、本年新收政府信息公开申请数量</td><td>${fresh}</td><td>${fresh}</td></tr><tr><td>二、上年结转政府信息公开申请数量</td><td>0</td><td>0</td></tr><tr><td>三、本年度办理结果（七）总计</td><td>${fresh - left}</td><td>${fresh - left}</td></tr><tr><td>四、结转下年度继续办理</td><td>${left}</td><td>${left}</td></tr></tbody></table>`;

const suits = `<table class="bg" border="1"><tbody><tr><td colspan="5">行政复议</td><td colspan="5">行政诉讼</td></tr><tr><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>1</td><td>0</td><td>0</td><td>0</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></tbody></table>`;

const better = (what: string): string => `存在的主要问题：${what}。改进情况：加强业务培训和日常检查，每季度通报一次。`;

export const REPORTS: Report[] = [
  {
    id: 5529990,
    year: 2025,
    pub: '2026-01-27 10:00',
    parts: [1, 2, 3, 4, 5, 6],
    body: {
      1: work(2025, 6120),
      2: given(6, 11820),
      3: asked(42, 2),
      4: suits,
      5: better('解读形式还不够丰富，个别栏目更新不够及时'),
      6: '本年度未收取政府信息公开信息处理费，没有其他需要报告的事项。',
    },
  },
  {
    id: 5526611,
    year: 2024,
    pub: '2025-01-21 09:30',
    parts: [1, 2, 3, 4, 5, 6],
    body: {
      1: work(2024, 5873),
      2: given(5, 10977),
      3: asked(35, 1),
      4: suits,
      5: better('乡镇公开工作力量薄弱，公开内容的规范性有待提高'),
      6: '按照收费管理办法，本年度未收取信息处理费。',
    },
  },
  {
    id: 5524001,
    year: 2023,
    pub: '2024-01-29 16:10',
    parts: [1, 2, 3, 4, 5],
    body: {
      1: work(2023, 5402),
      2: given(4, 9866),
      3: asked(28, 0),
      4: suits,
      5: better('依申请公开答复的质量参差不齐，公众参与渠道有待拓宽'),
    },
  },
  {
    id: 5521500,
    year: 2022,
    pub: '2023-01-30 11:00',
    parts: [1, 2, 3, 4, 5, 6],
    body: {
      1: work(2022, 5117),
      2: given(5, 9240),
      3: asked(31, 0),
      4: suits,
      5: better('政策解读的通俗性不足，部分历史文件尚未完成整理'),
      6: '无其他需要报告的事项。',
    },
  },
];

export const PARTS: Record<number, string> = {
  1: '总体情况',
  2: '主动公开政府信息情况',
  3: '收到和处理政府信息公开申请情况',
  4: '政府信息公开行政复议、行政诉讼情况',
  5: '存在的主要问题及改进情况',
  6: '其他需要报告的事项',
};
