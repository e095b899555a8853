import { BadRequestException, ServiceUnavailableException } from '@nestjs/common';
import { whatIf, type House, type WhatIf } from '#operations';
import type { Stores } from '#database';
import type { Programme } from '#programmes';

/** Scoring more units than these twice would keep everybody else waiting; the command line takes any number. */
export const mostUnitsTried = 500;

/** Units scored by two programmes on the same evidence, one such at a time; nothing of it is kept. */
export class TryOuts {
  private isBusy = false;

  constructor(
    private readonly books: Stores & Pick<House, 'blobs' | 'clock'>,
    private readonly showsSample: () => Promise<boolean>,
  ) {}

  /** @throws BadRequestException for too many units, ServiceUnavailableException while another goes on, BadInput as `whatIf`. */
  async compare(request: { programme: Programme; against: Programme; period: string }): Promise<WhatIf> {
    const units = await this.books.organisations.listOrganisations({ sample: await this.showsSample() });
    if (units.length > mostUnitsTried)
      throw new BadRequestException(`单位超过 ${mostUnitsTried} 个，请用命令 mingjing assess --compare 试算`);
    if (this.isBusy) throw new ServiceUnavailableException('正在为别人试算，请稍后再试');
    this.isBusy = true;
    try {
      return await whatIf(this.books, { ...request, units });
    } finally {
      this.isBusy = false;
    }
  }
}
