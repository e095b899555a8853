/** One line of what is wrong: where, what, and what would be accepted. */
export interface Fault {
  where: string;
  what: string;
  accepted?: string;
}

/** Base of the errors that a person can mend; `exitCode` is what a command ends with. */
export abstract class PersonalError extends Error {
  abstract readonly exitCode: number;
  constructor(readonly faults: Fault[]) {
    super(faults.map(printFault).join('\n'));
    this.name = new.target.name;
  }
}

/** Input that is refused whole: nothing of it is stored. */
export class BadInput extends PersonalError {
  readonly exitCode = 2;
}

/** Input that is refused for one thing. */
export function refused(where: string, what: string, accepted?: string): BadInput {
  return new BadInput([{ where, what, ...(accepted === undefined ? {} : { accepted }) }]);
}

/** Input that somebody else was faster with: what stands is told, and nothing is overwritten. */
export class AlreadyDone extends BadInput {}

/** Something the program needs is not there: database, browser, disk. */
export class MissingResource extends PersonalError {
  readonly exitCode = 3;
}

/** Settings (environment variables) that cannot be used. */
export class BadSettings extends PersonalError {
  readonly exitCode = 78;
}

export function printFault(fault: Fault): string {
  return `${fault.where}：${fault.what}${fault.accepted ? `；可接受：${fault.accepted}` : ''}`;
}
