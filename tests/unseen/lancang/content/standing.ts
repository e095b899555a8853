/** Standing pages: what the township is, who leads it, how to read its information. */
export const standing: Record<string, { title: string; above: [string, string][]; opening?: boolean; html: string }> = {
  '/zjlc/c106090/lcgk.shtml': {
    title: '岚沧概况',
    above: [['走进岚沧', '/zjlc/c106090/lcgk.shtml']],
    html: `<div class="detailContent"><p>岚沧镇位于云岭县西南部，沧水河中游，距县城28公里，总面积186平方公里，辖9个行政村、1个社区，总人口2.1万人。</p>
<p>全镇耕地面积4.6万亩，主导产业为花椒、蔬菜、肉牛。境内有柳树湾水库、白石崖林区。</p>
<p><a href="/zjlc/c106091/ldzc.shtml">领导之窗</a>　<a href="/zjlc/c106092/jgzn.shtml">机构职能</a></p></div>`,
  },
  '/zjlc/c106091/ldzc.shtml': {
    title: '领导之窗',
    above: [['走进岚沧', '/zjlc/c106090/lcgk.shtml']],
    html: `<ul class="list_con"><li>镇长　张某某　<span>主持镇政府全面工作，主管财政、审计工作。</span></li><li>副镇长　李某某　<span>负责农业农村、水利、林业草原、乡村振兴工作。</span></li><li>副镇长　王某某　<span>负责教育、卫生健康、民政、社会保障工作。</span></li><li>副镇长　赵某某　<span>负责自然资源、村镇建设、生态环境、应急管理工作。</span></li></ul>`,
  },
  '/zjlc/c106092/jgzn.shtml': {
    title: '机构职能',
    above: [['走进岚沧', '/zjlc/c106090/lcgk.shtml']],
    html: `<div class="detailContent"><p><strong>党政综合办公室</strong>：负责文电、会务、机要、档案、政务公开等工作。</p><p><strong>农业农村综合服务中心</strong>：负责农业、水利、林业、畜牧技术推广和服务。</p><p><strong>便民服务中心</strong>：负责民政、社会保障、医疗保障等事项的受理和代办。</p><p><strong>综合行政执法队</strong>：以镇政府名义开展行政执法工作。</p><p>办公地址：岚沧镇沧源街1号　办公时间：8:30—12:00，14:30—18:00　联系电话：0999-1234567</p></div>`,
  },
  '/zfxxgk/c106102/zfxxgkzn.shtml': {
    title: '政府信息公开指南',
    above: [['政府信息公开', '/zfxxgk/index.shtml']],
    opening: true,
    html: `<h1 class="zn">岚沧镇人民政府信息公开指南</h1><p class="zn_time">更新时间：2026-03-10</p><div class="detailContent"><p>为了更好地提供政府信息公开服务，根据《中华人民共和国政府信息公开条例》（国务院令第711号），编制本指南。</p>
<p><strong>一、公开内容</strong></p><p>镇政府主动公开机构职能、政策文件、计划总结、财政预决算、社会救助、惠农补贴等信息，具体见“法定主动公开内容”栏目。</p>
<p><strong>二、公开形式</strong></p><p>通过云岭县人民政府门户网站岚沧镇子站、政务公开专区、村务公示栏、“村村响”广播等形式公开。</p>
<p><strong>三、公开时限</strong></p><p>属于主动公开范围的政府信息，自信息形成或者变更之日起20个工作日内予以公开。</p>
<p><strong>四、依申请公开</strong></p><p>公民、法人和其他组织可以向镇党政综合办公室申请获取相关政府信息。受理地址：岚沧镇沧源街1号，电话：0999-1234567，邮编：000000。</p>
<p><strong>五、监督和救济</strong></p><p>认为镇政府未依法履行政府信息公开义务的，可以向云岭县人民政府办公室投诉举报，也可以依法申请行政复议或者提起行政诉讼。</p></div>`,
  },
};
