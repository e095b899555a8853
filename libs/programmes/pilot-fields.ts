/** A field for which a department of the State Council has written a guide to what is to be public (国办发〔2019〕54号). */
export interface PilotField {
  id: (typeof ids)[number];
  title: string;
  /** Names that plans and sites use for the same field. */
  aliases: readonly string[];
}

const ids = [
  'major-projects',
  'public-trading',
  'budget',
  'work-safety',
  'taxation',
  'land-expropriation',
  'house-expropriation',
  'affordable-housing',
  'rural-housing',
  'environment',
  'culture',
  'legal-service',
  'poverty-relief',
  'disaster-relief',
  'food-drug',
  'urban-enforcement',
  'employment',
  'social-insurance',
  'social-assistance',
  'elderly-care',
  'household-register',
  'farm-subsidy',
  'compulsory-education',
  'health',
  'municipal-service',
  'planning',
] as const;

export const pilotFieldIds: readonly PilotField['id'][] = ids;

const names: Record<PilotField['id'], [title: string, ...aliases: string[]]> = {
  'major-projects': ['重大建设项目'],
  'public-trading': ['公共资源交易'],
  budget: ['财政预决算'],
  'work-safety': ['安全生产'],
  taxation: ['税收管理'],
  'land-expropriation': ['农村集体土地征收', '征地补偿'],
  'house-expropriation': ['国有土地上房屋征收与补偿', '国有土地上房屋征收'],
  'affordable-housing': ['保障性住房'],
  'rural-housing': ['农村危房改造'],
  environment: ['生态环境', '环境保护'],
  culture: ['公共文化服务'],
  'legal-service': ['公共法律服务'],
  'poverty-relief': ['扶贫', '脱贫攻坚', '乡村振兴'],
  'disaster-relief': ['救灾', '救灾生产'],
  'food-drug': ['食品药品监管'],
  'urban-enforcement': ['城市综合执法'],
  employment: ['就业', '就业创业'],
  'social-insurance': ['社会保险'],
  'social-assistance': ['社会救助'],
  'elderly-care': ['养老服务'],
  'household-register': ['户籍管理'],
  'farm-subsidy': ['涉农补贴'],
  'compulsory-education': ['义务教育'],
  health: ['卫生健康', '医疗卫生'],
  'municipal-service': ['市政服务'],
  planning: ['城乡规划', '国土空间规划'],
};

/** The 26 pilot fields in the order in which plans usually list them. How many of them apply is a matter of each plan. */
export const pilotFields: readonly PilotField[] = ids.map((id) => {
  const [title, ...aliases] = names[id];
  return { id, title, aliases };
});

const byName = new Map(pilotFields.flatMap((field) => [field.title, ...field.aliases].map((name) => [name, field])));

/** The pilot field that a plan or a site means by a name; “领域” at its end says nothing. */
export function findPilotField(name: string): PilotField | undefined {
  return byName.get(name.trim().replace(/(?:领域|方面)$/, ''));
}
