import { z } from 'zod';
import { defineIndicator } from './define-indicator.js';
import { differingNames, namesOfItem } from './differing-names.js';
import type { OrganisationRef, ServiceList } from './model.js';
import { NameIndex } from './name-index.js';
import { notMeasured } from './verdict.js';

/** 公开事项名称与政务服务网名称相同。 */
export const serviceNamesSame = defineIndicator({
  id: 'service-names-same',
  version: 1,
  title: '公开事项名称与政务服务网一致',
  failureTitle: '公开事项名称与政务服务网疑似不一致',
  basis: [
    {
      source: '罗政办发〔2020〕11号',
      clause: '三(一)',
      text: '目录中涉及的办事服务类公开事项要与政务服务网办事服务事项名称相同',
    },
  ],
  measures:
    '把标准目录的事项名称（整个名称和各级名称）与导入的政务服务网事项名称比较，不计空格和标点。名称相同的为一致；有名称相近（相邻两字的重合比例达到参数规定）而不相同的，逐个列出交人工复核，不直接判为不一致；没有相近名称的，看不出是不是办事服务类事项，不计。政府取清单的全部事项，其他单位取写明本单位或没有写明单位的事项。',
  blindSpots: '清单以导入的为准，没有导入的不判断；名称完全不同的同一事项看不出；目录没有读到的不判断。',
  remedy: '请把标准目录中的办事服务类事项改为政务服务网的名称，或确认是不同的事项。',
  requires: ['catalogue'],
  consults: ['services'],
  params: z.strictObject({ near: z.number().min(0.5).max(1).default(0.7) }),
  evaluate({ catalogue }, { params, organisation, records }) {
    if (!records?.services) return notMeasured('没有导入政务服务网的事项名称', 1);
    if (catalogue.length === 0) return notMeasured('没有读到目录事项', 1);
    const among = namesFor(records.services, organisation);
    if (!among) return notMeasured('导入的事项名称中没有本单位的', catalogue.length);
    const items = catalogue.map((item) => ({ item, among }));
    return differingNames(items, namesOfItem, params.near, {
      other: '政务服务网',
      unmeasured: '目录事项没有与政务服务网名称相同或相近的',
    });
  },
});

/** All units of an area ask for the same lists. */
const known = new WeakMap<ServiceList, Map<string, NameIndex | null>>();

function namesFor(list: ServiceList, organisation: OrganisationRef): NameIndex | null {
  const ofList = known.get(list) ?? new Map<string, NameIndex | null>();
  known.set(list, ofList);
  const whose = organisation.category === '政府' ? '' : organisation.id;
  const kept = ofList.get(whose);
  if (kept !== undefined) return kept;
  const own = new Set([organisation.id, organisation.name, ...organisation.aliases]);
  const names = list.services.flatMap(({ name, organisation: unit }) =>
    whose === '' || unit === null || own.has(unit) ? [name] : [],
  );
  const index = names.length > 0 ? new NameIndex(names) : null;
  ofList.set(whose, index);
  return index;
}
