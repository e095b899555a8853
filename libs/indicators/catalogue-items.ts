import type { CatalogueItemFact } from '#facts';

/** 国办发〔2019〕54号: an item of a catalogue has at least these elements. */
export const catalogueElements = ['名称', '内容', '依据', '时限', '主体', '方式', '渠道', '公开对象'] as const;

/** What longer sets (滕政办发〔2017〕117号附件3) call elements that the others have too. */
const sameElements: Record<string, string> = {
  事项名称: '名称',
  事项内容: '内容',
  服务对象: '对象',
  形式: '方式',
};

/**
 * Which of the elements asked for an item of a catalogue does not hold, in their order. Who asks for many rows may hand in
 * a `bareElement` that remembers.
 */
export function missingElements(
  { field, item, elements }: Pick<CatalogueItemFact, 'field' | 'item' | 'elements'>,
  asked: readonly string[],
  bare: (name: string) => string = bareElement,
): string[] {
  const held = new Set<string>();
  for (const [name, value] of Object.entries(elements)) if (value.trim() !== '') held.add(bare(name));
  if (item.trim() !== '') held.add('名称');
  if (field.trim() !== '') held.add('业务领域');
  // The levels of an item stand in its name or in a column of their own.
  if (item.includes('/') || held.has('层级')) held.add('层级分类');
  return asked.filter((name) => !held.has(bare(name)));
}

/** “公开依据” and “依据”, “事项名称” and “名称” are one element. */
export function bareElement(name: string): string {
  const bare = name.replace(/^公开(?=..)/, '');
  return sameElements[bare] ?? bare;
}

/** The name of a field as catalogues are compared: without spaces and “领域” at its end. */
export function bareField(name: string): string {
  return name.replace(/\s/g, '').replace(/领域$/, '');
}

/** Remembers what was made of each word: all rows of a catalogue say the same words again. */
export function onceEach<Value>(of: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (word) => {
    const before = known.get(word);
    if (before) return before.value;
    const value = of(word);
    known.set(word, { value });
    return value;
  };
}
