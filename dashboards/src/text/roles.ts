import type { Role } from '../api/types.js';

export const roles: Record<Role, { title: string; about: string }> = {
  administrator: { title: '管理员', about: '管理账号、接口令牌，查看操作记录，以及评估人员能做的一切' },
  assessor: { title: '评估人员', about: '查看范围内的单位，订正栏目，试读试算，安排定时采集' },
  reviewer: { title: '复核人员', about: '查看范围内的单位，审定佐证材料，试读网址' },
  department: {
    title: '单位用户',
    about: '只看本单位的得分、问题、台账和任务，以及排名；报送台账和佐证材料，申诉和说明，反馈整改',
  },
  leader: { title: '领导', about: '查看范围内的单位，不作任何改动' },
};

/** What a token may be: never an administrator. */
export const tokenRoles = {
  readOnly: { title: '只读', about: '读取评估人员能看到的内容，不作改动' },
  assessor: roles.assessor,
  reviewer: roles.reviewer,
  department: roles.department,
  leader: roles.leader,
};

/** Of people and tokens alike; one that is not known keeps its own name. */
export function roleTitle(role: string): string {
  const all: Record<string, { title: string }> = { ...roles, ...tokenRoles };
  return all[role]?.title ?? role;
}
