import { z } from 'zod';
import type { LocalDate } from '#calendar';
import { defineIndicator } from './define-indicator.js';
import type { AccountList, NewMediaAccount } from './model.js';
import { bareName } from './name-index.js';
import { verdictOf } from './tally.js';
import {
  doubt,
  type FailDraft,
  finding,
  type FindingText,
  notMeasured,
  pass,
  ratio,
  type ReviewDraft,
} from './verdict.js';

/** Accounts that are named one by one. */
const mostNamed = 10;

/** 一个单位原则上在同一平台只开设一个政务新媒体账号：据导入的账号清单。 */
export const accountsPerPlatform = defineIndicator({
  id: 'accounts-per-platform',
  version: 1,
  title: '一个单位在同一平台只开设一个账号',
  failureTitle: '一个单位在同一平台开设了多个账号',
  basis: [
    {
      source: '平政办发〔2020〕70号',
      clause: '二(三)8',
      text: '坚持一个单位原则上在同一平台只开设一个政务新媒体账号',
    },
    {
      source: '国办发〔2018〕123号',
      clause: '开设要求（条款编号待核）',
      text: '一个单位原则上在同一第三方平台只开设一个政务新媒体账号，功能相近、关注度和利用率低的清理整合',
    },
  ],
  measures:
    '据导入的政务新媒体账号清单，逐个平台数评估日在用的账号：不超过规定个数（默认1个）的为合格，指标值为合格的平台数除以可测的平台数。已注销的不计，同一账号列了几行的只计一次，评估日以后开设的不计；清单写明没有账号的为合格。以下不直接判为不合格，交人工复核：名称相同或相近而没有可比的标识，看不出是不是同一账号；停更而没有注销的；没有开设日期，而清单是评估日以后导入的；一个订阅号和一个服务号；移动客户端和小程序。没有导入清单的不作判断。',
  blindSpots:
    '以导入的清单为准，不核对清单是否齐全；不看账号发布的内容和稿源；一个单位有几个名称而没有登记为别名的，清单导入时就会拒绝。',
  remedy: '请保留一个账号，把其余账号的内容和用户并入后注销，并更新账号清单；确需保留的，由主管单位作出情况说明。',
  requires: [],
  consults: ['accounts'],
  params: z.strictObject({
    limit: z.number().int().min(1).default(1),
    /** Platforms that are the unit's own, on which several may be needed: never more than a doubt. */
    apart: z.array(z.string().min(1)).default(['移动客户端', '小程序', '微信小程序', '支付宝小程序']),
  }),
  evaluate(_, { params: { limit, apart }, organisation, period, asOf, records }) {
    const list = records?.accounts?.find((one) => one.organisation === organisation.id);
    if (!list) return notMeasured('没有导入本单位的政务新媒体账号清单', 1);
    const until = asOf < period.to ? asOf : period.to;
    const byPlatform = new Map<string, NewMediaAccount[]>();
    for (const account of list.accounts) {
      if (!wasThere(account, until)) continue;
      const known = byPlatform.get(account.platform);
      if (known) known.push(account);
      else byPlatform.set(account.platform, [account]);
    }
    if (byPlatform.size === 0) {
      const none = list.accounts.length === 0 ? '清单写明没有账号' : '清单中没有在用的账号';
      return pass(ratio(1, 1), { message: none });
    }
    const fails: FailDraft[] = [];
    const doubts: ReviewDraft[] = [];
    const evidence = { ...list.evidence, marks: [] };
    for (const [platform, accounts] of byPlatform) {
      const { certain, possible } = counted(accounts, list, until);
      if (possible.length <= limit) continue;
      const isKinds = areOfDifferentKinds(certain);
      if (certain.length > limit && !isKinds && !apart.includes(platform)) {
        const message = `在${platform}有${certain.length}个在用账号（${namesOf(certain)}），多于${limit}个`;
        fails.push(finding(evidence, textOf(list, { platform, accounts: certain, message })));
      } else {
        const why = whyDoubted(certain, possible, limit, isKinds);
        const message = `清单在${platform}列有${possible.length}个账号（${namesOf(possible)}），${why}`;
        doubts.push(doubt(evidence, textOf(list, { platform, accounts: possible, message })));
      }
    }
    const good = byPlatform.size - fails.length - doubts.length;
    const words = { good: '符合', unit: '个平台', unmeasured: '没有可测的平台' };
    return verdictOf({ good, fails, doubts, unmeasured: 0 }, words);
  },
});

/** Whether it was open on the day, or may have been. */
function wasThere({ state, openedOn, closedOn }: NewMediaAccount, day: LocalDate): boolean {
  if (openedOn !== null && openedOn > day) return false;
  return state !== '已注销' || (closedOn !== null && closedOn > day && openedOn !== null);
}

/** Accounts that are surely different ones and were surely in use on the day, and all that may be. */
function counted(
  accounts: readonly NewMediaAccount[],
  { listedOn }: AccountList,
  day: LocalDate,
): { certain: NewMediaAccount[]; possible: NewMediaAccount[] } {
  // In the order of their names, so that the order of the rows changes nothing.
  const inOrder = [...accounts].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const possible = [...new Map(inOrder.map((one) => [one.id ?? JSON.stringify([one.name]), one])).values()];
  const certain: NewMediaAccount[] = [];
  for (const one of possible) {
    const wasInUse = one.state !== '停更' && (one.openedOn !== null || listedOn <= day);
    if (wasInUse && !certain.some((other) => maybeSame(one, other))) certain.push(one);
  }
  return { certain, possible };
}

function keyOf({ name, id, openedOn, closedOn, state }: NewMediaAccount): string {
  return JSON.stringify([name, id, openedOn, closedOn, state]);
}

function maybeSame(one: NewMediaAccount, other: NewMediaAccount): boolean {
  const [name, another] = [bareName(one.name), bareName(other.name)];
  if (name === another) return true;
  const areComparable = one.id !== null && other.id !== null && isAddress(one.id) === isAddress(other.id);
  return !areComparable && areAlike(name, another);
}

function isAddress(id: string): boolean {
  return id.startsWith('//');
}

/** One is within the other, or they share most of their pairs of neighbouring letters. */
function areAlike(name: string, other: string): boolean {
  if (name.includes(other) || other.includes(name)) return true;
  const [pairs, others] = [pairsOf(name), pairsOf(other)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return 2 * common >= (pairs.size + others.size) / 2;
}

function pairsOf(name: string): Set<string> {
  return new Set(Array.from({ length: Math.max(name.length - 1, 1) }, (_, at) => name.slice(at, at + 2)));
}

function areOfDifferentKinds(accounts: readonly NewMediaAccount[]): boolean {
  const kinds = accounts.map(({ kind }) => kind);
  return !kinds.includes(null) && new Set(kinds).size === kinds.length;
}

function whyDoubted(
  certain: readonly NewMediaAccount[],
  possible: readonly NewMediaAccount[],
  limit: number,
  isKinds: boolean,
): string {
  if (certain.length > limit)
    return isKinds ? '是否确需都开设，须人工复核' : '这类应用是否功能相近、能否整合，须人工复核';
  if (possible.filter(({ state }) => state !== '停更').length <= limit) return '其中有停更而没有注销的，须人工复核';
  return '名称、标识或开设日期不足以断定是几个在用账号，须人工复核';
}

/** The accounts in the words of the list, each with what tells it from others. */
function textOf(
  list: AccountList,
  { platform, accounts, message }: { platform: string; accounts: readonly NewMediaAccount[]; message: string },
): FindingText {
  const details = accounts.slice(0, mostNamed).map((account) => ({ label: account.name, value: toldOf(account) }));
  return { subject: platform, message, details: [...details, { label: '清单', value: `${list.listedOn}导入` }] };
}

function toldOf({ id, kind, state, openedOn, closedOn }: NewMediaAccount): string {
  const opened = openedOn === null ? '没有开设日期' : `${openedOn}开设`;
  const parts = [kind, id?.replace(/^\/\//, '') ?? '没有标识', opened, state, closedOn && `${closedOn}注销`];
  return parts.filter((part) => part !== null).join('，');
}

function namesOf(accounts: readonly NewMediaAccount[]): string {
  const names = accounts.slice(0, mostNamed).map(({ name }) => name);
  return `${names.join('、')}${accounts.length > mostNamed ? '等' : ''}`;
}
