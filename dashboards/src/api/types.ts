import type { components } from './schema.js';

// Short names for the shapes of the answers; the shapes themselves are generated from the server's own description.
type Schemas = components['schemas'];

export type Organisation = Schemas['OrganisationDto'];
export type Installation = Schemas['InstallationDto'];
export type ProgrammeName = Schemas['ProgrammeSummaryDto'];
export type Period = Schemas['PeriodDto'];
export type IndicatorRate = Schemas['IndicatorRateDto'];
export type Standing = Schemas['StandingDto'];
export type HeatItem = Schemas['HeatItemDto'];
export type HeatCell = Schemas['HeatCellDto'];
export type TrendPoint = Schemas['TrendPointDto'];
export type CatalogueCoverage = Schemas['CatalogueCoverageDto'];
export type FieldStanding = CatalogueCoverage['units'][number]['standings'][number];
export type Place = Schemas['PlaceDto'];
export type SentAppeal = Schemas['SentAppealDto'];
export type Channel = Schemas['ChannelDto'];
export type Alarm = Schemas['AlarmDto'];
export type Overview = Schemas['OverviewDto'];

export type ScoreNode = Schemas['ScoreNodeDto'];
export type OutcomeKind = NonNullable<ScoreNode['outcome']>;
export type Scorecard = Schemas['ScorecardDto'];
export type PeriodScore = Schemas['PeriodScoreDto'];
export type FindingRow = Schemas['FindingRowDto'];
export type FindingState = FindingRow['state'];

export type TaskState = Schemas['TaskStateDto'];
export type TaskBoard = Schemas['TaskBoardDto'];
export type TaskProgress = Schemas['TaskProgressDto'];
export type UnitTasks = Schemas['UnitTasksDto'];
export type UnitTask = Schemas['UnitTaskDto'];
export type TaskVerdict = Schemas['NewTaskWordDto']['verdict'];
export type SaidTaskWords = Schemas['SaidTaskWordsDto'];
export type RecurringWork = Schemas['RecurringWorkDto'];
export type Requirement = Schemas['RequirementDto'];
export type RequirementCheck = Requirement['check'];
export type RubricItem = Schemas['RubricItemDto'];
export type RubricGroup = Schemas['RubricGroupDto'];
export type Rubric = Schemas['RubricDto'];
export type Programme = Schemas['ProgrammeDetailDto'];
export type PlanParts = Schemas['PlanPartsDto'];
export type Conflict = Schemas['ConflictDto'];
export type Threshold = Schemas['ThresholdDto'];

export type Capture = Schemas['CaptureDetailDto'];
export type FaultyLink = Schemas['FaultyLinkDto'];
export type SiteState = Schemas['SiteStateDto'];
export type RoundState = Schemas['RoundStateDto'];
export type SiteUnderWay = Schemas['SiteUnderWayDto'];
export type Schedule = Schemas['ScheduleDto'];
export type SiteOutcome = Schemas['OutcomeCountDto'];
export type DocumentRow = Schemas['DocumentRowDto'];
export type InterpretationRow = Schemas['InterpretationRowDto'];
export type ColumnRow = Schemas['ColumnRowDto'];
export type AnnualReportRow = Schemas['AnnualReportRowDto'];
export type Circular = Schemas['CircularDto'];

export type ColumnEntry = Schemas['ColumnEntryDto'];
export type ColumnEvent = Schemas['ColumnEventDto'];
export type ColumnPin = Schemas['ColumnPinDto'];
export type TriedReading = Schemas['TriedReadingDto'];
export type ReadingExplanation = Schemas['ReadingExplanationDto'];
export type ExplainedField = Schemas['ExplainedFieldDto'];
export type ExplainedLink = Schemas['ExplainedLinkDto'];

export type Comparison = Schemas['WhatIfDto'];
export type UnitChange = Schemas['ScorecardComparisonDto'];
export type TaskChange = Schemas['TaskChangeDto'];

export type IndicatorText = Schemas['IndicatorDto'];
export type QueueRow = Schemas['ReviewQueueRowDto'];
export type ReviewDecision = Schemas['ReviewDecisionDto'];
export type FindingVerdict = ReviewDecision['verdict'];
export type ReviewSample = Schemas['ReviewSampleDto'];
export type ScoringRun = Schemas['ScoringRunDto'];

export type Session = Schemas['SessionDto'];
export type Account = Schemas['AccountDto'];
export type AccountRow = Schemas['AccountRowDto'];
export type Role = Account['role'];
export type DemoAccount = Schemas['DemoAccountDto'];
export type TokenRow = Schemas['TokenRowDto'];
export type AuditRow = Schemas['AuditRowDto'];

export type Upload = Schemas['UploadDto'];
export type MaterialStanding = Schemas['MaterialStandingDto'];
export type MaterialState = MaterialStanding['state'];
export type MaterialDetail = Schemas['MaterialDetailDto'];
export type MaterialField = Schemas['FormFieldDto'];
export type MaterialVersion = Schemas['MaterialVersionDto'];
export type MaterialVerdict = Schemas['NewMaterialDecisionDto']['verdict'];
export type Answer = Schemas['AnswerDto'];
export type Answers = Record<string, Answer>;
export type Appeal = Schemas['AppealDto'];
export type AppealKind = Appeal['kind'];
export type FindingSaid = Schemas['FindingSaidDto'];
export type FindingWindow = Schemas['FindingWindowDto'];
export type Notice = Schemas['NoticeDto'];
export type UnitNotices = Schemas['UnitNoticesDto'];
export type WorkReminder = Schemas['WorkReminderDto'];

export type LedgerDocument = Schemas['LedgerDocumentDto'];
export type LedgerMatchPage = Schemas['LedgerPageDto'];
export type LedgerState = LedgerDocument['state'];
export type Reexamination = Schemas['ReexaminationDto'];
export type DispatchSheet = Schemas['DispatchSheetDto'];
export type LedgerFile = Schemas['LedgerFileDto'];
export type LedgerPreview = Schemas['LedgerPreviewDto'];
export type NonpublicYear = Schemas['NonpublicYearDto'];
export type SetupState = Schemas['SetupStateDto'];
export type SetupUnit = Schemas['SetupUnitDto'];
export type UnitsPreview = Schemas['UnitsPreviewDto'];
export type UnitsStored = Schemas['UnitsStoredDto'];
export type UnitRowChange = Schemas['UnitRowChangeDto'];
export type SetupSite = Schemas['SetupSiteDto'];
export type SiteLook = Schemas['SiteLookDto'];
export type WebRound = Schemas['WebRoundDto'];
export type OwnProgramme = Schemas['OwnProgrammeDto'];
export type ProgrammeVersion = Schemas['ProgrammeVersionDto'];
export type OwnWording = Schemas['OwnWordingDto'];
export type OwnTrial = Schemas['OwnTrialDto'];
export type PlanField = Schemas['PlanFieldDto'];
export type PlanFieldPart = PlanField['part'];
export type PlanFault = Schemas['PlanFaultDto'];
export type WordedChange = Schemas['WordedChangeDto'];
