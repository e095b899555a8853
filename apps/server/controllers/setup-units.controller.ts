import { Readable } from 'node:stream';
import {
  BadRequestException,
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Inject,
  PayloadTooLargeException,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { OrganisationRow } from '#database';
import { Slots } from '#kernel';
import {
  previewUnits,
  removeUnits,
  saveUnit,
  storeUnits,
  unitsFileLimits,
  unitTemplate,
  versionOf,
  type UnitsFile,
} from '#operations';
import { Allow } from '../access/allow.js';
import { Asker, type Principal } from '../access/principal.js';
import { Trail, type TrailNote } from '../access/trail.interceptor.js';
import { Checked, exactly, shortText } from '../checked.js';
import { fileTypes, sendDownload } from '../download.js';
import {
  describeUnit,
  NewUnitDto,
  SetupUnitDto,
  UnitsPreviewDto,
  UnitsRemovalDto,
  UnitsStoredDto,
} from '../dto/setup-units.dto.js';
import { readBytes } from '../read-bytes.js';
import { ServerContext } from '../server-context.js';

const fileName = z.string({ error: '缺少或重复' }).max(500, '过长');
const previewQuery = z.object({ name: fileName });
const storeQuery = z.object({ name: fileName, token: shortText });
const typed = z.string({ error: '应为文字' }).max(2000, '过长');
const newUnit = exactly({
  ...{ name: typed, aliases: typed, level: typed, category: typed, parent: typed, site: typed },
  version: shortText.nullable(),
});
const removal = exactly({ units: z.array(shortText, { error: '应为单位编号' }).min(1, '没有单位').max(5000, '过多') });

/** So many lists are held in memory at once; the others wait unread. */
const atOnce = new Slots(2);

/** The units of the office: brought in by a file that is looked at first, or one by one. */
@ApiTags('建立')
@Controller('setup')
export class SetupUnitsController {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Get('units')
  @Allow('organisations.write', { unit: 'whole' })
  @ApiOperation({ summary: '单位名单' })
  @ApiOkResponse({ type: [SetupUnitDto] })
  async setupUnits(@Asker() asker: Principal): Promise<SetupUnitDto[]> {
    return (await this.units(asker)).map(described);
  }

  @Get('units-template')
  @Allow('organisations.write', { unit: 'whole' })
  @ApiOperation({ summary: '单位名单的填写模板（xlsx），已有的单位填在其中' })
  @ApiProduces(fileTypes.xlsx)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async unitsTemplate(@Asker() asker: Principal, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await unitTemplate(await this.units(asker));
    await sendDownload(reply, { name: '单位名单.xlsx', plain: 'units.xlsx', type: fileTypes.xlsx, bytes });
  }

  @Post('units-preview')
  @HttpCode(200)
  @Allow('organisations.write', { unit: 'whole', does: '核对单位名单', takes: 'bytes' })
  @ApiOperation({
    summary: '核对一份单位名单（请求内容就是 csv 或 xlsx 文件）：逐行的问题，新增、改动和不变的；什么也不保存',
  })
  @ApiQuery({ name: 'name', type: String, description: '文件名' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UnitsPreviewDto })
  async previewUnits(
    @Query(new Checked(previewQuery)) { name }: z.output<typeof previewQuery>,
    @Headers('content-length') length: string | undefined,
    @Body() body: unknown,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<UnitsPreviewDto> {
    const preview = await this.withFile(name, length, body, (file) =>
      previewUnits(this.context.stores, file, asker, this.context.network),
    );
    const { rows, added, changed, same, faultCount } = preview;
    Object.assign(trail, { about: name.slice(0, 60), after: { rows, added, changed, same, faultCount } });
    return preview;
  }

  @Post('units')
  @HttpCode(200)
  @Allow('organisations.write', { unit: 'whole', does: '导入单位名单', takes: 'bytes' })
  @ApiOperation({ summary: '导入核对过的名单：同一个文件，全部或一个也不；核对之后名单有改动为 409' })
  @ApiQuery({ name: 'name', type: String, description: '文件名' })
  @ApiQuery({ name: 'token', type: String, description: '核对时所给的 token' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ type: UnitsStoredDto })
  async storeUnits(
    @Query(new Checked(storeQuery)) { name, token }: z.output<typeof storeQuery>,
    @Headers('content-length') length: string | undefined,
    @Body() body: unknown,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<UnitsStoredDto> {
    const { added, changed } = await this.withFile(name, length, body, (file) =>
      storeUnits(this.context.stores, { ...file, token }, asker, this.context.network),
    );
    const names = added.slice(0, 200).map((unit) => unit.name);
    Object.assign(trail, { about: name.slice(0, 60), after: { added: added.length, changed, names } });
    return { added: added.map(described), changed };
  }

  @Post('unit')
  @HttpCode(200)
  @Allow('organisations.write', { unit: 'whole', does: '添加或改动单位' })
  @ApiOperation({ summary: '添加一个单位，或改动同名的单位' })
  @ApiBody({ type: NewUnitDto })
  @ApiOkResponse({ type: SetupUnitDto })
  async saveUnit(
    @Body(new Checked(newUnit)) request: z.output<typeof newUnit>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SetupUnitDto> {
    const { before, after } = await saveUnit(this.context.stores, request, asker, this.context.network);
    Object.assign(trail, { about: after.name, before, after });
    return described(after);
  }

  @Post('units-removal')
  @HttpCode(200)
  @Allow('organisations.write', { unit: 'whole', does: '移除单位' })
  @ApiOperation({ summary: '移除还没有任何记录的单位，全部或一个也不' })
  @ApiBody({ type: UnitsRemovalDto })
  @ApiOkResponse({ type: [SetupUnitDto] })
  async removeUnits(
    @Body(new Checked(removal)) { units }: z.output<typeof removal>,
    @Asker() asker: Principal,
    @Trail() trail: TrailNote,
  ): Promise<SetupUnitDto[]> {
    const removed = await removeUnits(this.context.stores, units, asker);
    const names = removed.map(({ name }) => name);
    Object.assign(trail, { about: `${names.length} 个单位`, before: { names: names.slice(0, 200) } });
    return removed.map(described);
  }

  /** The sample's accounts see the sample's units, everybody else the real ones. */
  private units({ sample }: Principal): Promise<OrganisationRow[]> {
    return this.context.stores.organisations.listOrganisations({ sample });
  }

  private withFile<T>(
    name: string,
    length: string | undefined,
    body: unknown,
    use: (file: UnitsFile) => Promise<T>,
  ): Promise<T> {
    const { maxBytes } = unitsFileLimits;
    if (!(body instanceof Readable)) throw new BadRequestException('请求内容须为文件本身');
    if (Number(length) > maxBytes)
      throw new PayloadTooLargeException(`文件超过 ${Math.floor(maxBytes / 1_000_000)} MB`);
    return atOnce.run(async () => use({ name, bytes: await readBytes(body, maxBytes) }));
  }
}

const described = (unit: OrganisationRow): SetupUnitDto => describeUnit(unit, versionOf(unit));
