import { FirstTables1700000000000 } from './1700000000000-first-tables.migration.js';
import { ColumnHistory1700000000001 } from './1700000000001-column-history.migration.js';
import { ImportedFiles1700000000002 } from './1700000000002-imported-files.migration.js';
import { TaskUnits1700000000003 } from './1700000000003-task-units.migration.js';
import { Hosts1700000000004 } from './1700000000004-hosts.migration.js';
import { Incremental1700000000005 } from './1700000000005-incremental.migration.js';
import { Schedules1700000000006 } from './1700000000006-schedules.migration.js';
import { Retention1700000000007 } from './1700000000007-retention.migration.js';
import { SiteVisits1700000000008 } from './1700000000008-site-visits.migration.js';
import { Screenshots1700000000009 } from './1700000000009-screenshots.migration.js';
import { FirstSightings1700000000023 } from './1700000000023-first-sightings.migration.js';
import { VanishedPages1700000000015 } from './1700000000015-vanished-pages.migration.js';
import { LinkLooks1700000000021 } from './1700000000021-link-looks.migration.js';
import { Accounts1700000000030 } from './1700000000030-accounts.migration.js';
import { Reviews1700000000031 } from './1700000000031-reviews.migration.js';
import { Materials1700000000032 } from './1700000000032-materials.migration.js';
import { Appeals1700000000033 } from './1700000000033-appeals.migration.js';
import { Alarms1700000000034 } from './1700000000034-alarms.migration.js';
import { Channels1700000000035 } from './1700000000035-channels.migration.js';
import { Setup1700000000036 } from './1700000000036-setup.migration.js';
import { Programmes1700000000037 } from './1700000000037-programmes.migration.js';
import { Ledger1700000000038 } from './1700000000038-ledger.migration.js';
import { Rechecks1700000000039 } from './1700000000039-rechecks.migration.js';
import { Mails1700000000040 } from './1700000000040-mails.migration.js';
import { Dispatch1700000000041 } from './1700000000041-dispatch.migration.js';
import { OwnPeriodLooks1700000000042 } from './1700000000042-own-period-looks.migration.js';
import { TaskWords1700000000043 } from './1700000000043-task-words.migration.js';
import { ProviderSubjects1700000000045 } from './1700000000045-provider-subjects.migration.js';
import { RemovedUploads1700000000046 } from './1700000000046-removed-uploads.migration.js';
import { CircularDrafts1700000000047 } from './1700000000047-circular-drafts.migration.js';
import { LedgerRows1700000000048 } from './1700000000048-ledger-rows.migration.js';
import { Letterheads1700000000049 } from './1700000000049-letterheads.migration.js';
import { PublicPage1700000000050 } from './1700000000050-public-page.migration.js';
import { CircularWords1700000000051 } from './1700000000051-circular-words.migration.js';
import { TitlePairs1700000000052 } from './1700000000052-title-pairs.migration.js';
import { NoticeNumbers1700000000053 } from './1700000000053-notice-numbers.migration.js';
import { DocumentNumbers1700000000054 } from './1700000000054-document-numbers.migration.js';
import { LedgerCounts1700000000055 } from './1700000000055-ledger-counts.migration.js';

/** Every change of the tables, oldest first; what was released is never edited. */
export const migrations = [
  FirstTables1700000000000,
  ColumnHistory1700000000001,
  ImportedFiles1700000000002,
  TaskUnits1700000000003,
  Hosts1700000000004,
  Incremental1700000000005,
  Schedules1700000000006,
  Retention1700000000007,
  SiteVisits1700000000008,
  Screenshots1700000000009,
  VanishedPages1700000000015,
  LinkLooks1700000000021,
  FirstSightings1700000000023,
  Accounts1700000000030,
  Reviews1700000000031,
  Materials1700000000032,
  Appeals1700000000033,
  Alarms1700000000034,
  Channels1700000000035,
  Setup1700000000036,
  Programmes1700000000037,
  Ledger1700000000038,
  Rechecks1700000000039,
  Mails1700000000040,
  Dispatch1700000000041,
  OwnPeriodLooks1700000000042,
  TaskWords1700000000043,
  ProviderSubjects1700000000045,
  RemovedUploads1700000000046,
  CircularDrafts1700000000047,
  LedgerRows1700000000048,
  Letterheads1700000000049,
  PublicPage1700000000050,
  CircularWords1700000000051,
  TitlePairs1700000000052,
  NoticeNumbers1700000000053,
  DocumentNumbers1700000000054,
  LedgerCounts1700000000055,
];
