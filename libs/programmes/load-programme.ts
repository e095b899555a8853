import { resolveDue, resolveStart } from '#calendar';
import { BadInput, type Fault } from '#kernel';
import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { columnTitles } from './column-key.js';
import type { EvidenceForm, Programme, Stage, Task } from './model.js';
import { programmeSchema, type WrittenProgramme } from './programme-schema.js';
import { lineOf, printPath, type YamlPath } from './yaml-place.js';

/** A plan is some tens of kilobytes; what is far larger is no plan. */
const longestPlan = 1_000_000;

/** A programme with the way back to its text. */
export interface ReadProgramme {
  programme: Programme;
  /** “方案.yaml 第12行 rubric.groups[0].points”: where the value at a path of the programme was written. */
  place: (path: YamlPath) => string;
}

/** As `readProgramme`, where nobody will ask for places. */
export function loadProgramme(yamlText: string, fileName: string): Programme {
  return readProgramme(yamlText, fileName).programme;
}

/**
 * A programme from its YAML text. The file name is only for the messages; who calls reads the file.
 * @throws BadInput with one fault (file, line, field, what is accepted) for every mistake of form; what hangs together
 * (sums, bindings, bands) is the matter of `checkProgramme`.
 */
export function readProgramme(yamlText: string, fileName: string): ReadProgramme {
  if (yamlText.length > longestPlan) {
    throw new BadInput([{ where: fileName, what: '文件过大', accepted: `不超过${longestPlan}字的方案文件` }]);
  }
  const lines = new LineCounter();
  const document = parsed(yamlText, fileName, lines);
  if (document.errors.length > 0) {
    throw new BadInput(
      document.errors.map((error) => ({
        where: `${fileName} 第${lines.linePos(error.pos[0]).line || 1}行`,
        what: `YAML 写法有误（${error.message}）`,
        accepted: 'YAML 1.2：缩进一致、键不重复、引号成对',
      })),
    );
  }
  const read = programmeSchema.safeParse(plainValue(document, fileName));
  if (!read.success) {
    const placed = read.error.issues.flatMap((issue) => faultsOf(issue, document, lines, fileName));
    throw new BadInput(placed.sort((one, other) => one.line - other.line).map(({ fault }) => fault));
  }
  const place = (path: YamlPath) => {
    const field = printPath(path);
    return `${fileName} 第${lineOf(document, lines, path)}行${field ? ` ${field}` : ''}`;
  };
  return { programme: completed(read.data), place };
}

function parsed(yamlText: string, fileName: string, lines: LineCounter): Document {
  try {
    return parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadInput([{ where: fileName, what: '层次过深', accepted: '不多于五级的评分细则' }]);
  }
}

function plainValue(document: Document, fileName: string): unknown {
  try {
    // Aliases that multiply (a “billion laughs” file) are refused by the count.
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new BadInput([{ where: fileName, what: `YAML 引用无法展开（${reason}）`, accepted: '不多于100处的引用' }]);
  }
}

function completed(written: WrittenProgramme): Programme {
  const year = written.source.issuedOn ? Number(written.source.issuedOn.slice(0, 4)) : undefined;
  const { stages, ...rest } = written;
  return {
    ...rest,
    requirements: written.requirements.map((one) => ({ ...one, evidence: one.evidence ?? uploadsOf(one.form) })),
    columns: written.columns.map((column) => ({ ...column, title: column.title ?? columnTitles[column.key] })),
    ...(stages ? { stages: stages.map((stage) => ({ ...stage, ...daysOf(stage, year) })) } : {}),
    tasks: written.tasks.map((task): Task => {
      const due = resolveDue(task.dueText, year);
      const start = task.startText === null ? null : resolveStart(task.startText, year);
      return { ...task, startOn: start?.on ?? null, dueOn: due?.on ?? null, ...(due ? { dueRule: due.rule } : {}) };
    }),
  };
}

function daysOf({ startText, dueText }: Pick<Stage, 'startText' | 'dueText'>, year: number | undefined) {
  const due = dueText === null ? null : resolveDue(dueText, year);
  return {
    startOn: startText === null ? null : (resolveStart(startText, year)?.on ?? null),
    dueOn: due?.on ?? null,
    ...(due ? { dueRule: due.rule } : {}),
  };
}

function uploadsOf(form: EvidenceForm | undefined): string | null {
  return form ? form.upload.join('、') : null;
}

/** A fault with its line, so that a person can mend the file from top to bottom. */
interface PlacedFault {
  line: number;
  fault: Fault;
}

function faultsOf(issue: z.core.$ZodIssue, document: Document, lines: LineCounter, fileName: string): PlacedFault[] {
  const place = (what: string, accepted?: string, key?: string): PlacedFault => {
    const field = printPath(key === undefined ? issue.path : [...issue.path, key]);
    const line = lineOf(document, lines, issue.path, key);
    const where = `${fileName} 第${line}行${field ? ` ${field}` : ''}`;
    return { line, fault: { where, what, ...(accepted ? { accepted } : {}) } };
  };
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => place('不认识的字段', issue.message, key));
  if (issue.path.length > 0 && document.getIn(issue.path) === undefined) return [place('缺少这一项')];
  if (issue.code === 'invalid_value') return [place('值不在范围内', issue.values.map(String).join('、'))];
  if (issue.code === 'invalid_union' && issue.discriminator) return [place('值不在范围内', issue.message)];
  if (issue.code === 'invalid_type') return [place('类型不对', typeNames[issue.expected] ?? issue.expected)];
  return [place(/[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '值不可用', limits(issue))];
}

const typeNames: Record<string, string> = {
  string: '文字（数字和日期请加引号）',
  number: '数',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '键值对',
  record: '键值对',
};

function limits(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'too_small') return `不小于${issue.minimum}`;
  if (issue.code === 'too_big') return `不大于${issue.maximum}`;
  return undefined;
}
