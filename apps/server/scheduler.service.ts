import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { lookEveryMs } from '#operations';
import { ServerContext } from './server-context.js';

/** Looks for what is due as long as the server runs; other processes may do so too. */
@Injectable()
export class SchedulerService {
  constructor(@Inject(ServerContext) private readonly context: ServerContext) {}

  @Interval(lookEveryMs)
  async look(): Promise<void> {
    await this.context.scheduler?.tick();
  }
}
