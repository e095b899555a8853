import { fetchOutcomes } from '#evidence';
import { faultyStates, type FaultyLinkRow, type LinkList } from '#operations';
import { Choice, Many, Text, TextOrNull, Texts, Whole } from './fields.js';

export class FaultyLinkDto implements FaultyLinkRow {
  @Text('单位名称') organisation!: string;
  @Choice(faultyStates, '疑似变异、域名停用、疑似换站、失效、待再次确认') state!: FaultyLinkRow['state'];
  @Text('链接文字；图片链接为空') text!: string;
  @Text() url!: string;
  @Choice(['home', 'detail'], '在首页、在正文页') place!: FaultyLinkRow['place'];
  @Text('所在页面的网址') page!: string;
  @Choice(Object.keys(fetchOutcomes), '最近一次访问的结果') outcome!: FaultyLinkRow['outcome'];
  @Text('访问结果的名称') outcomeTitle!: string;
  @Texts('所见字样') words!: string[];
  @TextOrNull('所指网页的标题') title!: string | null;
  @Text('首次发现的日期') firstOn!: string;
  @Text('最近检查的日期') lastOn!: string;
  @Text('所在页面的快照') pageCapture!: string;
  @Text('所指网页的快照') capture!: string;
}

export class LinkListDto implements LinkList {
  @Whole('检查过链接的单位') units!: number;
  @Whole('链接总数') links!: number;
  @Whole('其中打得开的') alive!: number;
  @Whole('有问题的链接总数') total!: number;
  @Many(() => FaultyLinkDto, '本页的问题链接') rows!: FaultyLinkDto[];
}
