import type { Piece } from '../shape.js';

const piece = (column: string, key: string, published: string, title: string, body: string): Piece => ({
  key,
  column,
  title,
  published,
  look: { meta: 'none', tags: 'regenerated' },
  body,
});

const guide = (key: string, published: string, title: string, basis: string, papers: string, days: number): Piece =>
  piece(
    'c106150',
    key,
    published,
    title,
    `
一、设定依据
${basis}
二、申请条件
本镇户籍居民或者在本镇常住并符合规定条件的人员。
三、申请材料
${papers}
四、办理流程
申请—受理—审核—办结。
五、办理时限
${days}个工作日。
六、办理地点
岚沧镇便民服务中心，工作日8:30—12:00，14:30—18:00，咨询电话0999-1234570。`,
  );

const letter = (key: string, published: string, title: string, ask: string, reply: string): Piece =>
  piece(
    'c106141',
    key,
    published,
    title,
    `
! <div class="xj"><p><b>来信内容：</b>${ask}</p><p><b>办理单位：</b>岚沧镇党政综合办公室</p><p><b>办理结果：</b>${reply}</p></div>`,
  );

/** 办事服务, 互动交流 and the old topic. */
export const services: Piece[] = [
  guide(
    's-insurance',
    '2026-05-15 09:10',
    '城乡居民基本医疗保险参保登记办事指南',
    '《中华人民共和国社会保险法》第二十四条。',
    '居民身份证或者户口簿原件。',
    1,
  ),
  guide(
    's-pension',
    '2026-04-13 10:22',
    '城乡居民养老保险待遇申领办事指南',
    '《中华人民共和国社会保险法》第二十一条。',
    '居民身份证、户口簿、社会保障卡。',
    5,
  ),
  guide(
    's-dibao',
    '2026-04-13 10:05',
    '最低生活保障对象认定办事指南',
    '《社会救助暂行办法》第十一条。',
    '申请书、家庭经济状况核对授权书、户口簿、身份证。',
    20,
  ),
  guide(
    's-house',
    '2025-12-22 16:14',
    '农村宅基地和建房审批办事指南',
    '《中华人民共和国土地管理法》第六十二条。',
    '农村宅基地和建房申请表、承诺书、身份证、户口簿。',
    20,
  ),
  guide(
    's-disabled',
    '2025-10-09 15:20',
    '残疾人证申领（代办）办事指南',
    '《中华人民共和国残疾人证管理办法》。',
    '申请表、身份证、户口簿、近期免冠照片。',
    10,
  ),
  letter(
    'l-lamp',
    '2026-06-16 09:00',
    '关于沧水村三社路灯不亮的反映',
    '沧水村三社主巷道有4盏路灯不亮，晚上老人出行不便，请帮忙维修。',
    '您好！经核实，路灯因线路老化损坏，已于2026年6月15日全部修复。',
  ),
  letter(
    'l-subsidy',
    '2026-05-25 11:16',
    '咨询耕地地力保护补贴什么时候发放',
    '请问今年的耕地地力保护补贴什么时候能打到卡上？',
    '您好！面积核实公示已结束，补贴资金由县财政局预计于6月底前通过“一卡通”发放。',
  ),
  letter(
    'l-water',
    '2026-03-18 15:48',
    '上寨村自来水压力小的问题',
    '最近上寨村五社自来水压力小，二楼上不去水。',
    '您好！经镇水利工作站排查，系管网漏损所致，已更换管道120米，供水恢复正常。',
  ),
  letter(
    'l-bus',
    '2025-12-03 10:33',
    '建议增加逢集日班车',
    '逢集日去镇上的人多，班车不够坐。',
    '您好！已与县客运公司协调，逢集日增开2个班次。',
  ),
  piece(
    'c106142',
    'v-market',
    '2026-06-08 09:30',
    '网上调查：您对岚沧集环境卫生是否满意？',
    `
! <form class="dc"><p>您对岚沧集环境卫生是否满意？</p><p><label><input type="radio" name="q1"> 满意</label> <label><input type="radio" name="q1"> 基本满意</label> <label><input type="radio" name="q1"> 不满意</label></p><p><button type="button">提交</button> <button type="button">查看结果</button></p></form>`,
  ),
  piece(
    'c106142',
    'v-works',
    '2025-11-24 16:02',
    '网上调查：2026年民生实事项目您期待什么？',
    `
! <form class="dc"><p>您最期待哪类民生实事项目？（可多选）</p><p><label><input type="checkbox"> 道路硬化</label> <label><input type="checkbox"> 养老服务</label> <label><input type="checkbox"> 饮水安全</label></p><p><button type="button">提交</button></p></form>`,
  ),
  piece(
    'c106130',
    't-toilet',
    '2025-03-12 10:08',
    '红土坡村：小厕所连着大民生',
    `
走进红土坡村，一座座干净的卫生户厕让村民生活更舒心。截至目前，该村卫生户厕普及率达到82%。`,
  ),
  piece(
    'c106130',
    't-clean',
    '2024-12-20 17:30',
    '岚沧镇开展村庄清洁行动冬季战役',
    `
12月以来，岚沧镇组织干部群众2300余人次，清理垃圾堆放点86处，清运垃圾210吨。`,
  ),
  piece(
    'c106130',
    't-yard',
    '2024-09-05 09:26',
    '岚沧镇评选出首批“和美庭院”60户',
    `
9月4日，岚沧镇举行“和美庭院”授牌仪式，首批60户家庭受到表扬。`,
  ),
  piece(
    'c106130',
    't-river',
    '2024-06-17 15:55',
    '岚沧镇：巡河护河 守护一江清水',
    `
6月15日，岚沧镇组织河长、志愿者开展“清河净滩”活动，清理河道垃圾12吨。`,
  ),
];
