export const unitCategories = ['政府', '部门', '街镇', '园区', '村居', '单位'] as const;
export const unitLevels = ['省', '市', '县', '乡', '村'] as const;

/** Restricts to classes of units by 类别 (政府 部门 街镇 …) and 层级 (省 市 县 乡 村). */
export interface AppliesTo {
  categories?: string[];
  levels?: string[];
}
