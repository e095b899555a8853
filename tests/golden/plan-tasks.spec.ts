import { describe, expect, it } from 'vitest';
import { planAreas } from '#county';
import type { OrganisationRef } from '#indicators';
import { findProgramme } from '#operations';
import { unitsOfTask } from '#scoring';

// Whom each task of each plan binds among the units of the plan's sample area, read by hand off the plan's own words.

const counties = ['灵台县政府', '崇信县政府', '崆峒区政府', '静宁县政府'];
const parkAndOffice = ['平凉工业园区管委会', '市公管办'];
const pingliang = {
  'PLT-01': ['灵台县政府', '崇信县政府'],
  'PLT-02': ['崆峒区政府', '静宁县政府', '市公管办'],
  'PLT-03': [...counties, '市公管办'],
  'PLT-04': [...counties, ...parkAndOffice],
  'PLT-05': [...counties, ...parkAndOffice],
  'PLT-06': [...counties, ...parkAndOffice],
  'PLT-07': [...counties, ...parkAndOffice],
  'PLT-08': [...counties, ...parkAndOffice],
  'PLT-09': [...counties, ...parkAndOffice],
  'PLT-10': [...counties, ...parkAndOffice],
  'PLT-11': [...counties, ...parkAndOffice],
  'PLT-12': [...counties, ...parkAndOffice],
  'PLT-13': ['平凉市政府', ...counties],
};

const bureaus = ['区自然资源局', '区民政局', '区行政审批服务局'];
const towns = ['盛庄街道办事处', '褚墩镇政府', '罗庄街道办事处', '沂堂镇政府'];
const luozhuang = {
  'LZT-01': ['区政府'],
  'LZT-02': ['区政府', ...bureaus, ...towns],
  'LZT-03': ['盛庄街道办事处', '褚墩镇政府'],
  // The two pilot towns are left out by name.
  'LZT-04': ['罗庄街道办事处', '沂堂镇政府'],
  'LZT-05': ['区行政审批服务局'],
  // The office of the government has no site in the sample, and is not the government.
  'LZT-06': [],
  'LZT-07': ['区政府', ...towns],
  'LZT-08': ['区政府'],
  'LZT-09': [],
  'LZT-10': ['区政府', ...towns],
  'LZT-11': ['区政府', ...towns],
  'LZT-12': ['区政府'],
};

const districts = ['青岛西海岸新区管委', '市南区政府', '城阳区政府', '胶州市政府'];
// The city itself is no 基层政府.
const grassroots = [...districts, '市南区金门路街道办事处', '城阳区城阳街道办事处', '胶州市李哥庄镇政府'];
const qingdao = {
  'QDT-01': grassroots,
  'QDT-02': grassroots,
  'QDT-03': districts,
  'QDT-04': districts,
  'QDT-05': districts,
  'QDT-06': districts,
  'QDT-07': grassroots,
  'QDT-08': grassroots,
  'QDT-09': grassroots,
};

const office = ['市政府办公室'];
const centre = ['市信息化服务中心'];
const pilots = ['市人社局', '市综合行政执法局', '市住建局', '市公安局', '滕州地税局'];
const tengzhou = {
  'TZT-1.1': office,
  'TZT-1.2': office,
  'TZT-1.3': office,
  'TZT-1.4': [...office, ...centre, ...pilots],
  'TZT-2.1': [...office, ...centre, ...pilots],
  'TZT-2.2': pilots,
  'TZT-2.3': [...office, ...centre, ...pilots],
  'TZT-3.1': pilots,
  'TZT-3.2': [...office, ...centre],
  'TZT-3.3': [...office, ...centre],
  'TZT-4.1': [...office, ...centre, ...pilots],
  'TZT-4.2': centre,
  'TZT-4.3': [...office, ...centre],
  'TZT-5.1': centre,
  'TZT-5.2': [],
  'TZT-5.3': centre,
  'TZT-6.1': [...office, ...centre, ...pilots],
  'TZT-6.2': centre,
  'TZT-6.3': [...office, ...centre, ...pilots],
  'TZT-7.1': pilots,
  'TZT-7.2': [...office, ...centre, ...pilots],
  'TZT-7.3': [],
};

const street = ['旭来街街道办事处'];
const villagesAndStations = ['街道办公室', '街道政务服务中心', '东沟村（虚构）', '西岭村（虚构）'];
const xulaijie = {
  'XLT-01': villagesAndStations,
  'XLT-02': villagesAndStations,
  'XLT-03': villagesAndStations,
  'XLT-04': street,
  'XLT-05': villagesAndStations,
  'XLT-06': villagesAndStations,
  'XLT-07': villagesAndStations,
  'XLT-08': villagesAndStations,
  'XLT-09': villagesAndStations,
  'XLT-10': villagesAndStations,
  'XLT-11': street,
};

const bound: Record<string, Record<string, string[]>> = {
  'pingliang-2020': pingliang,
  'luozhuang-2020': luozhuang,
  'qingdao-2020': qingdao,
  'tengzhou-2017': tengzhou,
  'xulaijie-2022': xulaijie,
};

describe.each(planAreas)('the tasks of $programme', ({ programme, units }) => {
  it('bind the units that the plan means', async () => {
    const plan = await findProgramme(programme);
    const all = units.map(({ name, aliases = [], level, category, parent = null }) => ({
      organisation: { id: name, name, aliases, level, category, parent, site: null } satisfies OrganisationRef,
    }));
    const namesOf = (task: (typeof plan.tasks)[number]) =>
      unitsOfTask(task, plan, all).map(({ organisation }) => organisation.name);
    const said = Object.fromEntries(plan.tasks.map((task) => [task.id, new Set(namesOf(task))]));
    const meant = Object.entries(bound[programme] ?? {}).map(([task, names]) => [task, new Set(names)]);
    expect(said).toEqual(Object.fromEntries(meant));
  });
});
