import {
  materialStates,
  materialVerdicts,
  type Answer,
  type AnswerRemark,
  type MaterialState,
  type MaterialVerdict,
  type MaterialWord,
  type PersonNamed,
} from '#casework';
import type { MaterialItem, MaterialStanding } from '#operations';
import { formFieldKinds, type FormField, type FormFieldKind } from '#programmes';
import {
  AbsentTexts,
  Absent,
  Choice,
  field,
  Flag,
  Many,
  One,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Whole,
  WholeOrNull,
  WholesByName,
} from './fields.js';
import { UploadDto } from './upload.dto.js';

export class MaterialUnitDto {
  @Text() id!: string;
  @Text() name!: string;
}

export class StandingWordDto {
  @Choice(materialVerdicts, '符合、不符合、不适用、评定等次、退回') verdict!: MaterialVerdict;
  @TextOrNull('等次') grade!: string | null;
  @Text('理由') reason!: string;
  @Text('审定人') signs!: string;
  @Text('审定时刻（UTC）') at!: string;
}

export class MaterialStandingDto implements MaterialStanding {
  @One(() => MaterialUnitDto) organisation!: MaterialUnitDto;
  @Text('要求的编号') requirement!: string;
  @Text('条款') clause!: string;
  @Text('要求') statement!: string;
  @TextOrNull('期限的原话') due!: string | null;
  @TextOrNull('期限折算到日；说不定的为 null') dueOn!: string | null;
  @Text('由谁认定') decidedBy!: string;
  @Choice(materialStates, '未报送、草稿、待审定、待第二人审定、两人意见不一致、已退回、符合、不符合、不适用、已评等次')
  state!: MaterialState;
  @Flag('有未报送的草稿') hasDraft!: boolean;
  @WholeOrNull('最后报送的版次') version!: number | null;
  @TextOrNull('最后报送的时刻（UTC）') sentAt!: string | null;
  @OneOrNull(() => StandingWordDto, '现行的审定') word!: StandingWordDto | null;
}

export class MaterialPageDto {
  @Many(() => MaterialStandingDto) rows!: MaterialStandingDto[];
  @Whole() total!: number;
  @WholesByName('各状态的件数，不计状态和字词的筛选') counts!: Record<string, number>;
}

export class FormFieldDto implements FormField {
  @Text('名称') label!: string;
  @Choice(formFieldKinds, '填什么') kind!: FormFieldKind;
  @Absent('可不交', { type: Boolean }) optional?: boolean;
  @Absent('方案要求的最低数') atLeast?: string;
  @AbsentTexts('表格须有的列') columns?: string[];
  @Absent('怎样填') note?: string;
}

export class GradeDto {
  @Text() grade!: string;
  @Text('折合满分的比例') share!: string;
}

export class MaterialItemDto implements MaterialItem {
  @Text() id!: string;
  @Text('评分项') title!: string;
  @Text('指标') indicator!: string;
  @Text('分值') points!: string;
  @Many(() => GradeDto, '等次；没有为空') scale!: GradeDto[];
  @Whole('几人审定') reviewers!: 1 | 2;
}

export class PersonDto implements PersonNamed {
  @Text('姓名') name!: string;
  @Text('职务') post!: string;
  @Text('电话') telephone!: string;
}

export class AnswerDto implements Answer {
  @Text('文字、日期、数或网址') words!: string;
  @Texts('上传的文件的编号') files!: string[];
  @OneOrNull(() => PersonDto) person!: PersonDto | null;
}

const AnswersByLabel = () =>
  field({ type: 'object', additionalProperties: { $ref: '#/components/schemas/AnswerDto' } }, '按表单项的名称');

export class AnswerRemarkDto implements AnswerRemark {
  @Text('表单项') label!: string;
  @Text() what!: string;
}

export class MaterialWordDto implements Omit<MaterialWord, 'by'> {
  @Text() id!: string;
  @Choice(materialVerdicts) verdict!: MaterialVerdict;
  @TextOrNull('等次') grade!: string | null;
  @Text('理由') reason!: string;
  @Text('审定人') signs!: string;
  @Text('审定时刻（UTC）') at!: string;
  @Flag('已撤回') isWithdrawn!: boolean;
  @Flag('是本人的审定') isOwn!: boolean;
}

export class MaterialVersionDto {
  @Text() id!: string;
  @Whole('版次') version!: number;
  @AnswersByLabel() answers!: Record<string, AnswerDto>;
  @Text('报送人') sender!: string;
  @Flag('是本人报送的') isOwn!: boolean;
  @Text('报送时刻（UTC）') sentAt!: string;
  @Many(() => MaterialWordDto, '审定，旧的在前') words!: MaterialWordDto[];
  @Many(() => AnswerRemarkDto, '达不到方案所定数的') remarks!: AnswerRemarkDto[];
}

export class MaterialDraftDto {
  @AnswersByLabel() answers!: Record<string, AnswerDto>;
  @Whole('保存次数；再保存时带上') revision!: number;
  @Text('保存人') saver!: string;
  @Text('保存时刻（UTC）') savedAt!: string;
}

export class MaterialDetailDto extends MaterialStandingDto {
  @Text() programme!: string;
  @Text() period!: string;
  @TextOrNull('说明') note!: string | null;
  @Many(() => FormFieldDto, '表单') fields!: FormFieldDto[];
  @Many(() => MaterialItemDto, '评分细则中由它评判的项目') items!: MaterialItemDto[];
  @OneOrNull(() => MaterialDraftDto, '草稿') draft!: MaterialDraftDto | null;
  @Many(() => MaterialVersionDto, '报送过的，新的在前') versions!: MaterialVersionDto[];
  @Many(() => UploadDto, '草稿和各版所用的文件') files!: UploadDto[];
  @TextOrNull('现在不能报送的原因；能报送为 null') closed!: string | null;
}

export class NewDraftDto {
  @Text('单位编号') organisation!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('要求的编号') requirement!: string;
  @AnswersByLabel() answers!: Record<string, AnswerDto>;
  @Whole('读到的草稿的保存次数；还没有草稿为 0') revision!: number;
}

export class NewMaterialDto {
  @Text('由报送方生成的 UUID；重发不会重复') id!: string;
  @Text('单位编号') organisation!: string;
  @Text('方案') programme!: string;
  @Text('周期') period!: string;
  @Text('要求的编号') requirement!: string;
  @AnswersByLabel() answers!: Record<string, AnswerDto>;
}

export class NewMaterialDecisionDto {
  @Text('由审定方生成的 UUID；重发不会重复') id!: string;
  @Choice(materialVerdicts) verdict!: MaterialVerdict;
  @TextOrNull('等次；verdict 为 graded 时要填') grade!: string | null;
  @Text('理由；符合的可不写') reason!: string;
}

export class NewMaterialWithdrawalDto {
  @Text('所撤回的审定的编号') decision!: string;
  @Text('理由') reason!: string;
}
