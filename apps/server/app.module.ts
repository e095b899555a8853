import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { AccessGuard } from './access/access.guard.js';
import { Identify } from './access/identify.js';
import { Refusals } from './access/refusals.js';
import { UnitsOfRequest } from './access/units-of-request.js';
import { AccountsController } from './controllers/accounts.controller.js';
import { AlarmsController } from './controllers/alarms.controller.js';
import { AppealsController } from './controllers/appeals.controller.js';
import { AssessmentsController } from './controllers/assessments.controller.js';
import { AuditController } from './controllers/audit.controller.js';
import { CapturesController } from './controllers/captures.controller.js';
import { ChannelsController } from './controllers/channels.controller.js';
import { CircularDraftsController } from './controllers/circular-drafts.controller.js';
import { CircularFiguresController } from './controllers/circular-figures.controller.js';
import { CircularsController } from './controllers/circulars.controller.js';
import { ColumnsController } from './controllers/columns.controller.js';
import { ComparisonsController } from './controllers/comparisons.controller.js';
import { FindingChangesController } from './controllers/finding-changes.controller.js';
import { FindingsController } from './controllers/findings.controller.js';
import { HealthController } from './controllers/health.controller.js';
import { HostsController } from './controllers/hosts.controller.js';
import { DispatchController } from './controllers/dispatch.controller.js';
import { IndicatorStandingsController } from './controllers/indicator-standings.controller.js';
import { LedgerController } from './controllers/ledger.controller.js';
import { LedgerRowsController } from './controllers/ledger-rows.controller.js';
import { LedgerViewsController } from './controllers/ledger-views.controller.js';
import { LeaderController } from './controllers/leader.controller.js';
import { LedgersController } from './controllers/ledgers.controller.js';
import { LetterheadsController } from './controllers/letterheads.controller.js';
import { LinksController } from './controllers/links.controller.js';
import { NoticeLettersController } from './controllers/notice-letters.controller.js';
import { OverviewController } from './controllers/overview.controller.js';
import { OwnProgrammesController } from './controllers/own-programmes.controller.js';
import { ProgrammesController } from './controllers/programmes.controller.js';
import { ProviderController } from './controllers/provider.controller.js';
import { PublicController } from './controllers/public.controller.js';
import { PublicPageController } from './controllers/public-page.controller.js';
import { ReexaminationsController } from './controllers/reexaminations.controller.js';
import { ReadingsController } from './controllers/readings.controller.js';
import { RemarksController } from './controllers/remarks.controller.js';
import { ReviewsController } from './controllers/reviews.controller.js';
import { RectificationsController } from './controllers/rectifications.controller.js';
import { RoundProgressController } from './controllers/round-progress.controller.js';
import { RoundsController } from './controllers/rounds.controller.js';
import { SchedulesController } from './controllers/schedules.controller.js';
import { ScorecardsController } from './controllers/scorecards.controller.js';
import { SessionController } from './controllers/session.controller.js';
import { SetupController } from './controllers/setup.controller.js';
import { SetupUnitsController } from './controllers/setup-units.controller.js';
import { TaskWordsController } from './controllers/task-words.controller.js';
import { TasksController } from './controllers/tasks.controller.js';
import { TokensController } from './controllers/tokens.controller.js';
import { UploadsController } from './controllers/uploads.controller.js';
import { WorkRemindersController } from './controllers/work-reminders.controller.js';
import { MaterialsController } from './controllers/materials.controller.js';
import { SchedulerService } from './scheduler.service.js';
import { KeptAnswers } from './kept-answers.js';
import { ServerContext } from './server-context.js';

const controllers = [
  ProgrammesController,
  IndicatorStandingsController,
  OwnProgrammesController,
  OverviewController,
  ScorecardsController,
  TasksController,
  TaskWordsController,
  ComparisonsController,
  FindingsController,
  FindingChangesController,
  LeaderController,
  LedgersController,
  LedgerRowsController,
  LedgerViewsController,
  LedgerController,
  DispatchController,
  ReexaminationsController,
  ColumnsController,
  ReadingsController,
  CapturesController,
  CircularDraftsController,
  CircularFiguresController,
  LetterheadsController,
  CircularsController,
  RoundsController,
  RoundProgressController,
  HostsController,
  LinksController,
  SchedulesController,
  HealthController,
  SessionController,
  ProviderController,
  AccountsController,
  TokensController,
  AuditController,
  UploadsController,
  MaterialsController,
  AlarmsController,
  ChannelsController,
  AppealsController,
  ReviewsController,
  AssessmentsController,
  RectificationsController,
  NoticeLettersController,
  WorkRemindersController,
  SetupUnitsController,
  SetupController,
  PublicController,
  PublicPageController,
  RemarksController,
];

/** The whole API over one context. */
@Module({})
export class AppModule {
  static over(context: ServerContext): DynamicModule {
    return {
      module: AppModule,
      imports: [ScheduleModule.forRoot()],
      controllers,
      providers: [
        { provide: ServerContext, useValue: context },
        SchedulerService,
        KeptAnswers,
        Identify,
        Refusals,
        UnitsOfRequest,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
    };
  }
}
