import type { Command } from 'commander';
import { addAccounts } from './accounts.command.js';
import { addAlarm } from './alarm.command.js';
import { addArchive } from './archive.command.js';
import { addAssess } from './assess.command.js';
import { addAudit } from './audit.command.js';
import { addBackup } from './backup.command.js';
import { addCircular } from './circular.command.js';
import { addColumn } from './column.command.js';
import { addCrawl } from './crawl.command.js';
import { addDemo } from './demo.command.js';
import { addDoctor } from './doctor.command.js';
import { addExport } from './export.command.js';
import { addHost } from './host.command.js';
import { addImport } from './import.command.js';
import { addProbe } from './probe.command.js';
import { addProgramme } from './programme.command.js';
import { addRead } from './read.command.js';
import { addRestore } from './restore.command.js';
import { addRetention } from './retention.command.js';
import { addRound } from './round.command.js';
import { addSchedule } from './schedule.command.js';

/** Every command of the program, in the order of its help. */
export const commands: readonly ((program: Command) => void)[] = [
  addRead,
  addImport,
  addCrawl,
  addRound,
  addSchedule,
  addAssess,
  addExport,
  addAlarm,
  addCircular,
  addArchive,
  addBackup,
  addRestore,
  addRetention,
  addColumn,
  addHost,
  addProbe,
  addAccounts,
  addAudit,
  addProgramme,
  addDoctor,
  addDemo,
];
