import type { Reading } from '../types.js';
import { img, MEDIA } from './readings-media.js';

/** 文字解读. A body line beginning with `<` is markup. */
const WORDS: Reading[] = [
  {
    id: 8800911,
    tab: 'wz',
    title: '《梅溪县城镇生活垃圾处理费征收管理办法》政策解读',
    pub: '2026-03-12 10:00',
    src: '梅溪县城市管理局',
    formats: ['text'],
    policy: 5530127,
    link: 'block',
    back: true,
    body: `一、制定背景。原暂行办法将于今年到期，收费标准和代收方式需要根据实际情况调整完善。
二、制定依据。《福岭省城市生活垃圾处理费管理规定》（福政令〔2021〕218号）和本县实际。
三、主要内容。明确征收对象、计征方式、减免范围和代收手续费比例，低保户、特困人员免缴。
四、解读机关：梅溪县城市管理局，联系方式：0999-7203456。`,
  },
  {
    id: 8800940,
    tab: 'wz',
    title: '关于《梅溪县农村宅基地审批管理实施细则（试行）》的解读',
    pub: '2026-04-20 16:40',
    src: '梅溪县农业农村局',
    formats: ['text'],
    policy: 5530255,
    link: 'hidden',
    back: true,
    body: `一、为什么要制定细则？近年来农村建房需求增加，部分乡镇审批标准不统一、流程不规范，群众反映较为集中。
二、细则规定了哪些内容？共六章三十一条，对申请条件、面积标准、审批程序、批后监管作出具体规定。
三、与以往规定有什么不同？压缩了审批时限，增加了四到场要求，明确了多户联建的奖励政策。
四、试行期间有意见建议的，可以向县农业农村局反映，电话：0999-7205678。`,
    trap: "its link stands in a block that is hidden until a script shows it; on the policy's page the block comes by request",
  },
  {
    id: 8800861,
    tab: 'wz',
    title: '《关于划定烟花爆竹禁止燃放区域的通告》解读',
    pub: '2025-12-10 15:00',
    src: '梅溪县公安局',
    formats: ['text'],
    policy: 5529803,
    link: 'text',
    back: true,
    body: `日前，县人民政府印发《<a href="/mxx/pc/gfxwj/d5529803.html" target="_blank">梅溪县人民政府关于划定烟花爆竹禁止燃放区域的通告</a>》（梅政规〔2025〕6号），现解读如下。
禁放区域由原来的三点六平方公里扩大到六点一平方公里，东西南北四至以道路和桥梁为界，便于群众辨识。
在禁放区域以外、允许燃放的地点燃放烟花爆竹，也应当选购合格产品，按照说明燃放。
违反规定的，依照《烟花爆竹安全管理条例》第四十二条处以一百元以上五百元以下罚款。`,
    trap: 'the link to the policy stands in the running text only',
  },
  {
    id: 8800822,
    tab: 'wz',
    title: '《梅溪县县级储备粮管理办法》修订说明及解读',
    pub: '2025-12-04 09:00',
    src: '梅溪县发展和改革局',
    formats: ['text'],
    policy: 5529410,
    link: 'none',
    back: true,
    body: `《梅溪县县级储备粮管理办法》自2017年实施以来，对保障县域粮食安全发挥了积极作用。随着粮食储备管理体制改革不断深化，需要对原办法进行修订。
修订的主要内容包括：明确县级储备粮粮权归属，调整轮换年限和轮换比例，完善质量检验和责任追究制度。
新办法的适用对象为从事县级储备粮收储、轮换、管理和监督活动的单位和个人。`,
    trap: 'no link to the policy, the policy links to it',
  },
  {
    id: 8800730,
    tab: 'wz',
    title: '《梅溪县公共租赁住房管理规定》政策解读',
    pub: '2025-09-15 16:20',
    src: '梅溪县住房和城乡建设局',
    formats: ['text'],
    policy: 5528120,
    link: 'block',
    back: false,
    body: `为规范公共租赁住房申请、分配、使用和退出管理，县人民政府印发了《梅溪县公共租赁住房管理规定》。
规定放宽了准入条件，取消了户籍限制，新就业无房职工和稳定就业的外来务工人员也可以申请。
租金实行分档补贴，最低收入家庭承担市场租金的百分之十。`,
    trap: 'it links to the policy, the policy does not link to it',
  },
  {
    id: 8800705,
    tab: 'wz',
    title: '《关于调整全县最低生活保障标准的通知》政策解读',
    pub: '2025-07-18 17:10',
    src: '梅溪县民政局',
    formats: ['text'],
    policy: 5528701,
    link: 'block',
    back: true,
    body: `一、调整依据。根据上年度居民人均消费支出和物价变动情况，按照省级指导标准确定。
二、调整后的标准。最低生活保障标准为每人每月八百四十元，特困人员基本生活标准为每人每月一千零九十二元。
三、惠及范围。全县低保对象六千二百余人、特困人员七百余人。
四、解读人：县民政局社会救助股，电话：0999-7204321。`,
  },
  {
    id: 8800992,
    tab: 'wz',
    title: '《梅溪县国民经济和社会发展第十五个五年规划纲要》解读',
    pub: '2026-05-18 08:30',
    src: '梅溪县发展和改革局',
    formats: ['text', 'infographic'],
    policy: 5531002,
    link: 'block',
    back: true,
    body: `规划纲要共十五章五十二节，从发展环境、总体要求、重点任务、保障措施四个方面描绘了未来五年的发展蓝图。
在目标设置上，提出地区生产总值年均增长百分之五点五左右，居民收入增长与经济增长基本同步等二十项指标。
在重点任务上，突出绿色产业、城乡融合、民生福祉和安全发展，谋划重大项目二百一十六个。
一图读懂：
${img(8800992, 1)}
${img(8800992, 2)}`,
    trap: 'words and an infographic in one page',
  },
  {
    id: 8800967,
    tab: 'wz',
    title: '提高孤儿和事实无人抚养儿童基本生活保障标准政策解读',
    pub: '2026-04-23 09:12',
    src: '梅溪县民政局',
    formats: ['text'],
    policy: 4458,
    link: 'block',
    back: true,
    body: `近日，县民政局、县财政局联合印发《关于提高孤儿和事实无人抚养儿童基本生活保障标准的通知》（梅民〔2026〕33号）。
提标后，集中供养孤儿每人每月二千二百元，社会散居孤儿每人每月一千六百元，比原标准分别提高二百元和一百五十元。
符合条件的儿童监护人可以向户籍所在地乡镇人民政府提出申请，审批时限为十五个工作日。`,
    trap: 'the policy is on the older system, in another encoding',
  },
];

export const READINGS: Reading[] = [...WORDS, ...MEDIA];
