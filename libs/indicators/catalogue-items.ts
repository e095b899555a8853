import type { CatalogueItemFact } from '#facts';

/** 国办发〔2019〕54号: an item of a catalogue has at least these elements. */
export const catalogueElements = ['名称', '内容', '依据', '时限', '主体', '方式', '渠道', '公开对象'] as const;

/** Which of the elements asked for an item of a catalogue does not hold, in their order. */
export function missingElements(
  { item, elements }: Pick<CatalogueItemFact, 'item' | 'elements'>,
  asked: readonly string[],
): string[] {
  const held = new Set(
    Object.entries(elements).flatMap(([name, value]) => (value.trim() === '' ? [] : [bareElement(name)])),
  );
  if (item.trim() !== '') held.add(bareElement('名称'));
  return asked.filter((name) => !held.has(bareElement(name)));
}

/** “公开依据” and “依据” are one element. */
export function bareElement(name: string): string {
  return name.replace(/^公开(?=..)/, '');
}

/** The name of a field as catalogues are compared: without spaces and “领域” at its end. */
export function bareField(name: string): string {
  return name.replace(/\s/g, '').replace(/领域$/, '');
}
