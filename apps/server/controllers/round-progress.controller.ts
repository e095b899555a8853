import {
  Controller,
  Get,
  Headers,
  Inject,
  NotFoundException,
  Param,
  Req,
  Sse,
  type MessageEvent,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { stableId } from '#kernel';
import { roundState, watchRound, type RoundState } from '#operations';
import { Allow } from '../access/allow.js';
import { Identify } from '../access/identify.js';
import { Checked, shortText } from '../checked.js';
import { RoundStateDto } from '../dto/round-progress.dto.js';
import { ServerContext } from '../server-context.js';

/** Said again though nothing changed, so that neither side takes a quiet line for a dead one. */
const sayAgainAfterMs = 15_000;
/** How soon a browser asks again about a round that goes on, and about one that ended. */
const retryMs = { going: 3000, ended: 60_000 };

@ApiTags('采集')
@Controller('rounds')
export class RoundProgressController {
  constructor(
    @Inject(ServerContext) private readonly context: ServerContext,
    @Inject(Identify) private readonly identify: Identify,
  ) {}

  @Get(':id/state')
  @Allow('rounds.read', { unit: 'whole' })
  @ApiOperation({ summary: '一轮采集此刻的状况：网站、页面、慢的、停住的；编号为 newest 时是最近开始的一轮' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: RoundStateDto })
  roundState(@Param('id', new Checked(shortText)) id: string): Promise<RoundStateDto> {
    return this.stateOf(id);
  }

  @Sse(':id/events')
  @Allow('rounds.read', { unit: 'whole' })
  @ApiOperation({ summary: '同上，随进展推送（server-sent events）；断线重连（Last-Event-ID）后续以最新状况' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('text/event-stream')
  async roundEvents(
    @Param('id', new Checked(shortText)) id: string,
    @Headers('last-event-id') lastSeen: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<Observable<MessageEvent>> {
    // Before the stream begins, so that a round that is not there is answered as such.
    const { round } = await this.stateOf(id);
    const { stores, access } = this.context;
    return new Observable<MessageEvent>((subscriber) => {
      const stop = new AbortController();
      const send = async () => {
        for await (const event of events(watchRound(stores, round.id, stop.signal), lastSeen)) subscriber.next(event);
        subscriber.complete();
      };
      // What goes wrong (the database is away) ends the stream; the browser asks again by itself.
      send().catch(() => subscriber.complete());
      // Whoever may no more see it is told nothing further; where that cannot be found out neither.
      const look = async () => {
        if (await this.identify.stillMay(request, 'rounds.read').catch(() => false)) return;
        subscriber.complete();
        stop.abort();
      };
      const looking = setInterval(() => void look(), access.lookAgainMs);
      return () => {
        clearInterval(looking);
        stop.abort();
      };
    });
  }

  private async stateOf(id: string): Promise<RoundState> {
    const known = id === 'newest' || (await this.context.stores.rounds.round(id)) !== null;
    const state = known ? await roundState(this.context.stores, id === 'newest' ? undefined : id) : null;
    if (state === null) throw new NotFoundException('没有这一轮采集');
    return state;
  }
}

/** States that differ from the one said last, and after a while the same again; each carries the id of what it says. */
async function* events(states: AsyncGenerator<RoundState>, lastSeen: string | undefined): AsyncGenerator<MessageEvent> {
  let last = lastSeen;
  let saidAt = 0;
  for await (const state of states) {
    const id = idOf(state);
    const at = Date.parse(state.at);
    if (id === last && saidAt > 0 && at - saidAt < sayAgainAfterMs) continue;
    if (id === last && saidAt === 0 && state.round.finishedAt === null) {
      saidAt = at;
      continue;
    }
    last = id;
    saidAt = at;
    yield { id, data: state, retry: state.round.finishedAt === null ? retryMs.going : retryMs.ended };
  }
}

/** What was done so far; times alone do not make another state. */
function idOf({ round, sites, pages, pending, running }: RoundState): string {
  const parts = [round, sites, pages, pending, running.map(({ site, stuck }) => [site, stuck])];
  return stableId(JSON.stringify(parts));
}
