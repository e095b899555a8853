import { channelKinds, channelTitles, type ChannelKind, type DigestKind, type DigestLine } from '#casework';
import type { ChannelRow, SendingRow } from '#database';
import { Choice, Flag, OneOrNull, Text, TextOrNull, Whole } from './fields.js';

const sendingStates = ['sending', 'sent', 'nothing', 'failed'] as const;
const sendingTitles: Readonly<Record<SendingRow['state'], string>> = {
  sending: '正在发送',
  sent: '已发送',
  nothing: '无待办，未发送',
  failed: '没有发出',
};
export const digestKinds = ['alarms', 'reviews', 'appeals', 'materials', 'overdue', 'nonpublic', 'remarks'] as const;

export class DigestLineDto implements DigestLine {
  @Choice(digestKinds) kind!: DigestKind;
  @Text('一句话') text!: string;
  @Text('办理的页面，可带查询') path!: string;
}

export class SendingDto {
  @Text('哪一日的') day!: string;
  @Choice(sendingStates) state!: SendingRow['state'];
  @Text('状态名称') title!: string;
  @Whole('试过几次') attempts!: number;
  @TextOrNull('没有发出的原因') note!: string | null;
  @Text('时刻（UTC）') at!: string;
}

export class ChannelDto {
  @Text() id!: string;
  @Text('名称') name!: string;
  @Choice(channelKinds) kind!: ChannelKind;
  @Text('种类名称') kindTitle!: string;
  @Text('邮箱；群机器人为网址的主机名和末四位，网址本身是凭证，不再显示') address!: string;
  @Flag('设有加签密钥') signs!: boolean;
  @Text('方案') programme!: string;
  @Whole('每天几点以后发（北京时间）') hour!: number;
  @Flag('只在工作日发') workdaysOnly!: boolean;
  @Text('设立人') createdBy!: string;
  @Text('设立时刻（UTC）') createdAt!: string;
  @OneOrNull(() => SendingDto, '最近一次') last!: SendingDto | null;
}

export class NewChannelDto {
  @Text('名称') name!: string;
  @Choice(channelKinds) kind!: ChannelKind;
  @Text('群机器人的 Webhook 网址，或邮箱') url!: string;
  @TextOrNull('钉钉群机器人的加签密钥') secret!: string | null;
  @Text('方案') programme!: string;
  @Whole('每天几点以后发（北京时间，0 至 23）') hour!: number;
  @Flag('只在工作日发') workdaysOnly!: boolean;
}

/** Without what lets somebody write to the group. */
export function describeChannel({ url, secret, last, ...row }: ChannelRow): ChannelDto {
  return {
    ...row,
    kindTitle: channelTitles[row.kind],
    address: row.kind === 'email' ? url : `${new URL(url).host}…${url.slice(-4)}`,
    signs: secret !== null,
    last: last && { ...last, title: sendingTitles[last.state] },
  };
}
