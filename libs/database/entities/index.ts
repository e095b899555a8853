import { NoticeChannelEntity, NoticeSendingEntity } from './channel.entity.js';
import { AlarmLookEntity } from './alarm.entity.js';
import {
  AccountEntity,
  ApiTokenEntity,
  AuditEntryEntity,
  SessionEntity,
  SignInAttemptEntity,
} from './account.entity.js';
import { AppealEntity, AppealFindingEntity, AppealStepEntity } from './appeal.entity.js';
import {
  AssessmentEntity,
  AssessmentEvidenceEntity,
  FindingEntity,
  OutcomeEntity,
  ScoreEntity,
  TaskStateEntity,
  TaskUnitStateEntity,
} from './assessment.entity.js';
import { CircularDraftEntity, CircularStepEntity, CircularVersionEntity } from './circular-draft.entity.js';
import { CircularWordEntity } from './circular-word.entity.js';
import { CircularEntity } from './circular.entity.js';
import { DocumentNumberEntity } from './document-number.entity.js';
import { LetterheadVersionEntity } from './letterhead.entity.js';
import { ColumnEventEntity, ColumnPinEntity, ColumnPinWithdrawalEntity, ColumnRoundEntity } from './column.entity.js';
import { CaptureEntity, FrontierEntity, ReadingEntity } from './evidence.entity.js';
import {
  AnnualReportEntity,
  CatalogueItemEntity,
  ColumnFactEntity,
  DocumentEntity,
  InterpretationEntity,
  SiteFactsEntity,
} from './facts.entity.js';
import { DispatchRemarkEntity } from './dispatch.entity.js';
import { TaskWordEntity } from './task-word.entity.js';
import { FirstSightingEntity } from './first-sighting.entity.js';
import { HostEntity, HostPermissionEntity, HostPermissionWithdrawalEntity, HostRuleEntity } from './host.entity.js';
import { ImportedFileEntity, ImportWithdrawalEntity } from './imported-file.entity.js';
import { LedgerWordEntity } from './ledger.entity.js';
import {
  LedgerAnnualReportEntity,
  LedgerCatalogueEntity,
  LedgerColumnEntity,
  LedgerCountEntity,
  LedgerDocumentEntity,
  LedgerFindingEntity,
  LedgerInterpretationEntity,
  LedgerMadeEntity,
  LedgerTaskEntity,
  LedgerViewEntity,
} from './ledger-row.entity.js';
import { LinkLookEntity, LinkStandingEntity } from './link-look.entity.js';
import { MailSendingEntity } from './mail.entity.js';
import {
  MaterialDecisionEntity,
  MaterialDraftEntity,
  MaterialVersionEntity,
  MaterialWithdrawalEntity,
  UploadedFileEntity,
} from './material.entity.js';
import { OrganisationEntity, SiteEntity } from './organisation.entity.js';
import { OwnProgrammeEntity, OwnProgrammeStandingEntity, OwnProgrammeVersionEntity } from './programme.entity.js';
import {
  PublicPageWordEntity,
  PublicReleaseEntity,
  PublicRemarkEntity,
  PublicRemarkStepEntity,
} from './public-page.entity.js';
import { AssessmentSummaryEntity, HeatCellEntity, IndicatorRateEntity } from './read-model.entity.js';
import {
  RectificationFindingEntity,
  RectificationLookEntity,
  RectificationNoticeEntity,
  RectificationStepEntity,
} from './rectification.entity.js';
import { FindingDecisionEntity, FindingDecisionWithdrawalEntity, ReviewSampleEntity } from './review.entity.js';
import { RoundEntity, SiteRoundEntity } from './round.entity.js';
import { ScheduleEntity, ScheduleRunEntity } from './schedule.entity.js';
import { ChosenProgrammeEntity, SiteLookEntity } from './setup.entity.js';
import { SiteVisitEntity } from './site-visit.entity.js';
import { VanishedPageEntity } from './vanished-page.entity.js';

export * from './account.entity.js';
export * from './appeal.entity.js';
export * from './assessment.entity.js';
export * from './circular.entity.js';
export * from './column.entity.js';
export * from './dispatch.entity.js';
export * from './evidence.entity.js';
export * from './facts.entity.js';
export * from './first-sighting.entity.js';
export * from './host.entity.js';
export * from './imported-file.entity.js';
export * from './ledger.entity.js';
export * from './ledger-row.entity.js';
export * from './link-look.entity.js';
export * from './material.entity.js';
export * from './organisation.entity.js';
export * from './programme.entity.js';
export * from './public-page.entity.js';
export * from './read-model.entity.js';
export * from './rectification.entity.js';
export * from './review.entity.js';
export * from './round.entity.js';
export * from './vanished-page.entity.js';
export * from './schedule.entity.js';
export * from './site-visit.entity.js';
export * from './task-word.entity.js';

/** Every table, in the order in which they refer to each other. */
export const entities = [
  OrganisationEntity,
  SiteEntity,
  RoundEntity,
  SiteRoundEntity,
  CaptureEntity,
  FrontierEntity,
  ReadingEntity,
  SiteFactsEntity,
  DocumentEntity,
  InterpretationEntity,
  ColumnFactEntity,
  AnnualReportEntity,
  CatalogueItemEntity,
  AssessmentEntity,
  AssessmentEvidenceEntity,
  ScoreEntity,
  OutcomeEntity,
  FindingEntity,
  TaskStateEntity,
  TaskUnitStateEntity,
  HeatCellEntity,
  IndicatorRateEntity,
  AssessmentSummaryEntity,
  LedgerDocumentEntity,
  LedgerInterpretationEntity,
  LedgerColumnEntity,
  LedgerCatalogueEntity,
  LedgerAnnualReportEntity,
  LedgerTaskEntity,
  LedgerFindingEntity,
  LedgerMadeEntity,
  LedgerCountEntity,
  CircularEntity,
  DocumentNumberEntity,
  CircularDraftEntity,
  CircularVersionEntity,
  CircularStepEntity,
  CircularWordEntity,
  LetterheadVersionEntity,
  ColumnRoundEntity,
  ColumnEventEntity,
  ColumnPinEntity,
  ColumnPinWithdrawalEntity,
  ImportedFileEntity,
  ImportWithdrawalEntity,
  LedgerWordEntity,
  DispatchRemarkEntity,
  TaskWordEntity,
  ScheduleEntity,
  ScheduleRunEntity,
  HostEntity,
  HostRuleEntity,
  HostPermissionEntity,
  HostPermissionWithdrawalEntity,
  SiteVisitEntity,
  VanishedPageEntity,
  LinkLookEntity,
  LinkStandingEntity,
  FirstSightingEntity,
  AccountEntity,
  SessionEntity,
  LedgerViewEntity,
  SignInAttemptEntity,
  ApiTokenEntity,
  AuditEntryEntity,
  UploadedFileEntity,
  MaterialDraftEntity,
  MaterialVersionEntity,
  MailSendingEntity,
  MaterialDecisionEntity,
  MaterialWithdrawalEntity,
  AppealEntity,
  AppealFindingEntity,
  AppealStepEntity,
  RectificationNoticeEntity,
  RectificationFindingEntity,
  RectificationLookEntity,
  RectificationStepEntity,
  FindingDecisionEntity,
  FindingDecisionWithdrawalEntity,
  ReviewSampleEntity,
  AlarmLookEntity,
  ChosenProgrammeEntity,
  SiteLookEntity,
  NoticeChannelEntity,
  NoticeSendingEntity,
  OwnProgrammeEntity,
  OwnProgrammeVersionEntity,
  OwnProgrammeStandingEntity,
  PublicPageWordEntity,
  PublicReleaseEntity,
  PublicRemarkEntity,
  PublicRemarkStepEntity,
];
