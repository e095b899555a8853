import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiBody, ApiConflictResponse, ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { taskVerdicts, taskVerdictTitles } from '#casework';
import { sayOfTask } from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, VisibleUnits, type Principal } from '../access/principal.js';
import { signerOf } from '../access/signer.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, day, exactly, shortText } from '../checked.js';
import { ErrorDto } from '../dto/common.dto.js';
import { NewTaskWordDto, SaidTaskWordsDto } from '../dto/task.dto.js';
import { ServerContext } from '../server-context.js';

const typed = z.string({ error: '应为文字' }).max(4000, '过长');
const newWord = exactly({
  deed: z.uuid({ error: '应为 UUID' }),
  ...{ programme: shortText, period: shortText, task: shortText },
  verdict: z.enum(taskVerdicts, { error: `应为 ${taskVerdicts.join('、')}` }),
  doneOn: day.nullable(),
  reason: typed,
  links: z.array(typed, { error: '应为网址的列表' }).max(50, '过多'),
  units: z
    .array(
      exactly({
        organisation: shortText,
        seen: shortText.nullable(),
        files: z.array(shortText, { error: '应为文件编号的列表' }).max(50, '过多'),
      }),
      { error: '应为单位的列表' },
    )
    .min(1, '没有选单位')
    .max(200, '一次至多 200 个单位'),
});

/** 任务认定：what people say of units' tasks. */
@ApiTags('任务')
@Controller('tasks')
export class TaskWordsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Post('words')
  @Allow('tasks.confirm', { unit: 'filtered', does: '认定任务' })
  @ApiOperation({
    summary: '认定一个或几个单位的一项任务：完成、未完成、不适用，或撤回；不能认定的单位除外，逐个说明；不改变得分',
  })
  @ApiBody({ type: NewTaskWordDto })
  @ApiCreatedResponse({ type: SaidTaskWordsDto })
  @ApiConflictResponse({ description: '别人已先认定', type: ErrorDto })
  async confirm(
    @Body(new Checked(newWord)) sent: z.output<typeof newWord>,
    @VisibleUnits() units: readonly string[] | null,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SaidTaskWordsDto> {
    const { stores, sample } = this.context;
    const speaker = { doer: signerOf(asker), units, now: this.context.now() };
    const { task, said, left } = await sayOfTask(stores, { ...sent, sample }, speaker);
    const names = said.map(({ name }) => name);
    const shown = names.length > 3 ? `${names.slice(0, 3).join('、')}等${names.length}个单位` : names.join('、');
    Object.assign(trail, {
      about: `${shown}，${task.title}，${taskVerdictTitles[sent.verdict]}`,
      before: said.flatMap(({ before }) => before ?? []),
      after: said.map(({ after }) => after),
    });
    return { said: said.map(({ after }) => after.organisation), left };
  }
}
