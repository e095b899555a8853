import type { DataSource } from 'typeorm';
import { AccountStore } from './account-store.js';
import { AlarmStore } from './alarm-store.js';
import { AppealStore } from './appeal-store.js';
import { AssessmentStore } from './assessment-store.js';
import { AuditStore } from './audit-store.js';
import { ChannelStore } from './channel-store.js';
import { CircularDraftStore } from './circular-draft-store.js';
import { CircularStore } from './circular-store.js';
import { LetterheadStore } from './letterhead-store.js';
import { ColumnStore } from './column-store.js';
import { DispatchStore } from './dispatch-store.js';
import { TaskWordStore } from './task-word-store.js';
import { EvidenceStore } from './evidence-store.js';
import { FactsStore } from './facts-store.js';
import { FindingChangesStore } from './finding-changes-store.js';
import { HostStore } from './host-store.js';
import { ImportStore } from './import-store.js';
import { LedgerRowStore } from './ledger-row-store.js';
import { LedgerStore } from './ledger-store.js';
import { LedgerViewStore } from './ledger-view-store.js';
import { LinkLookStore } from './link-look-store.js';
import { MailStore } from './mail-store.js';
import { MaterialStore } from './material-store.js';
import { OrganisationStore } from './organisation-store.js';
import { OverviewStore } from './overview-store.js';
import { ProgrammeStore } from './programme-store.js';
import { PublicPageStore } from './public-page-store.js';
import { PublicRemarkStore } from './public-remark-store.js';
import { RectificationStore } from './rectification-store.js';
import { RetentionStore } from './retention-store.js';
import { ReviewStore } from './review-store.js';
import { RoundProgressStore } from './round-progress-store.js';
import { RoundStore } from './round-store.js';
import { ScheduleStore } from './schedule-store.js';
import { ScopeStore } from './scope-store.js';
import { SetupStore } from './setup-store.js';
import { SightingStore } from './sighting-store.js';
import { SiteVisitStore } from './site-visit-store.js';
import { TaskStore } from './task-store.js';
import { TokenStore } from './token-store.js';
import { UploadStore } from './upload-store.js';
import { VanishedStore } from './vanished-store.js';

export * from './account-store.js';
export * from './alarm-store.js';
export * from './channel-store.js';
export * from './appeal-store.js';
export { AssessmentDraft, type DraftCard, type EvidenceRound } from './assessment-draft.js';
export * from './assessment-store.js';
export * from './audit-store.js';
export * from './backup/dump-tables.js';
export * from './backup/load-tables.js';
export * from './backup/parts.js';
export * from './blob-references.js';
export * from './bulk-writer.js';
export * from './circular-draft-store.js';
export * from './letterhead-store.js';
export * from './circular-row.js';
export { CircularStore } from './circular-store.js';
export * from './column-rows.js';
export * from './column-store.js';
export * from './dispatch-store.js';
export * from './task-word-store.js';
export * from './entities/index.js';
export * from './evidence-store.js';
export * from './database-fault.js';
export * from './facts-store.js';
export * from './finding-changes-store.js';
export * from './host-book.js';
export * from './host-rows.js';
export * from './host-store.js';
export * from './import-store.js';
export * from './ledger-query.js';
export * from './ledger-row-store.js';
export * from './ledger-rows.js';
export * from './ledger-store.js';
export * from './ledger-view-store.js';
export * from './link-look-store.js';
export * from './mail-store.js';
export * from './material-store.js';
export { newerMigrations, unknownMigrations, type Upgrade } from './migrate.js';
export * from './open-database.js';
export * from './organisation-store.js';
export * from './overview-store.js';
export { poolOf } from './prepared.js';
export * from './postgres/leftovers.js';
export * from './programme-store.js';
export * from './public-page-store.js';
export * from './public-remark-store.js';
export * from './rectification-store.js';
export * from './retention-store.js';
export * from './review-store.js';
export * from './round-progress-store.js';
export * from './round-store.js';
export * from './running-store.js';
export * from './schedule-store.js';
export * from './scope.js';
export * from './scope-store.js';
export * from './setup-store.js';
export * from './sighting-store.js';
export * from './site-visit-store.js';
export * from './stores.js';
export * from './token-store.js';
export * from './upload-store.js';
export * from './vanished-store.js';
export { TaskStore, type TaskUnitFilter, type UnitTasks } from './task-store.js';

/** All stores over one connection pool. */
export interface Stores {
  organisations: OrganisationStore;
  rounds: RoundStore;
  evidence: EvidenceStore;
  facts: FactsStore;
  columns: ColumnStore;
  vanished: VanishedStore;
  sightings: SightingStore;
  assessments: AssessmentStore;
  overviews: OverviewStore;
  findingChanges: FindingChangesStore;
  tasks: TaskStore;
  circulars: CircularStore;
  circularDrafts: CircularDraftStore;
  letterheads: LetterheadStore;
  retention: RetentionStore;
  imports: ImportStore;
  hosts: HostStore;
  schedules: ScheduleStore;
  visits: SiteVisitStore;
  links: LinkLookStore;
  progress: RoundProgressStore;
  accounts: AccountStore;
  tokens: TokenStore;
  audit: AuditStore;
  scopes: ScopeStore;
  uploads: UploadStore;
  mails: MailStore;
  materials: MaterialStore;
  alarms: AlarmStore;
  ledgers: LedgerStore;
  ledgerRows: LedgerRowStore;
  ledgerViews: LedgerViewStore;
  dispatches: DispatchStore;
  taskWords: TaskWordStore;
  channels: ChannelStore;
  appeals: AppealStore;
  rectifications: RectificationStore;
  reviews: ReviewStore;
  programmes: ProgrammeStore;
  publicPage: PublicPageStore;
  remarks: PublicRemarkStore;
  setup: SetupStore;
}

export function openStores(dataSource: DataSource): Stores {
  return {
    organisations: new OrganisationStore(dataSource),
    rounds: new RoundStore(dataSource),
    evidence: new EvidenceStore(dataSource),
    facts: new FactsStore(dataSource),
    columns: new ColumnStore(dataSource),
    vanished: new VanishedStore(dataSource),
    sightings: new SightingStore(dataSource),
    assessments: new AssessmentStore(dataSource),
    overviews: new OverviewStore(dataSource),
    findingChanges: new FindingChangesStore(dataSource),
    tasks: new TaskStore(dataSource),
    circulars: new CircularStore(dataSource),
    circularDrafts: new CircularDraftStore(dataSource),
    letterheads: new LetterheadStore(dataSource),
    retention: new RetentionStore(dataSource),
    imports: new ImportStore(dataSource),
    hosts: new HostStore(dataSource),
    schedules: new ScheduleStore(dataSource),
    visits: new SiteVisitStore(dataSource),
    links: new LinkLookStore(dataSource),
    progress: new RoundProgressStore(dataSource),
    accounts: new AccountStore(dataSource),
    tokens: new TokenStore(dataSource),
    audit: new AuditStore(dataSource),
    scopes: new ScopeStore(dataSource),
    uploads: new UploadStore(dataSource),
    mails: new MailStore(dataSource),
    materials: new MaterialStore(dataSource),
    alarms: new AlarmStore(dataSource),
    ledgers: new LedgerStore(dataSource),
    ledgerRows: new LedgerRowStore(dataSource),
    ledgerViews: new LedgerViewStore(dataSource),
    dispatches: new DispatchStore(dataSource),
    taskWords: new TaskWordStore(dataSource),
    channels: new ChannelStore(dataSource),
    appeals: new AppealStore(dataSource),
    rectifications: new RectificationStore(dataSource),
    reviews: new ReviewStore(dataSource),
    programmes: new ProgrammeStore(dataSource),
    publicPage: new PublicPageStore(dataSource),
    remarks: new PublicRemarkStore(dataSource),
    setup: new SetupStore(dataSource),
  };
}
