import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import { SwaggerModule } from '@nestjs/swagger';
import type { BlobStore } from '#evidence';
import { MissingResource, type Settings } from '#kernel';
import {
  log as houseLog,
  openMailer,
  openProvider,
  openSeal,
  passingSeal,
  sealFile,
  sealSecrets,
  usualUploadRules,
  type Mailer,
  type MailSettings,
  type ProviderSettings,
  type Rechecks,
  type Scheduler,
  type WebRounds,
} from '#operations';
import type { Programme } from '#programmes';
import { createApp, describeApi } from './create-app.js';
import { ServerContext, type NetworkSettings } from './server-context.js';

export interface ServerParts {
  /** Without the settings of the network, only public addresses can be tried. */
  settings: Pick<Settings, 'HOST' | 'PORT'> &
    Partial<
      NetworkSettings &
        MailSettings &
        ProviderSettings &
        Pick<
          Settings,
          | 'CHROMIUM_PATH'
          | 'MINGJING_DATA'
          | 'MINGJING_PASSWORD_DAYS'
          | 'MINGJING_SECRET_FILE'
          | 'MINGJING_NO_BROWSER'
          | 'MINGJING_SESSION_MINUTES'
          | 'MINGJING_TRUSTED_PROXIES'
          | 'MINGJING_UPLOAD_MB'
          | 'MINGJING_UPLOADS_PER_UNIT'
        >
    >;
  dataSource: DataSource;
  blobs: BlobStore;
  programmes: readonly Programme[];
  /** Show the sample county (true), real units (false), or real ones as soon as there are any (absent). */
  sample?: boolean;
  /** False while what is to be shown is still being prepared: `/health/ready` says so; by default all is. */
  prepared?: () => boolean;
  /** Time of what is written down; by default this machine's. */
  now?: () => Date;
  /** Time by which sessions and locks run; always that of the world outside. */
  accessNow?: () => Date;
  /** How often it is looked whether whoever gets a stream of events may still have it; by default every five seconds. */
  lookAgainMs?: number;
  /** Begins what is due by the schedules, as long as the server runs; by default nobody does here. */
  scheduler?: Pick<Scheduler, 'tick'>;
  /** Has units looked at again when somebody asks for it; by default nobody can here. */
  rechecks?: Rechecks;
  /** Begins rounds when somebody asks for one; by default nobody can here. */
  rounds?: WebRounds;
  /** In place of the mail server of the settings. */
  mailer?: Mailer;
  /** How long the provider of single sign-on is waited for; by default ten seconds. */
  providerPatienceMs?: number;
  /** Told of errors that are ours; by default they go to standard error. */
  log?: (error: unknown) => void;
}

export interface RunningServer {
  /** Where a browser on this machine finds it. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the API, its description at `/api/docs` and the built dashboards on `HOST:PORT` (port 0: any free one).
 * @throws MissingResource when the port is taken or may not be used, BadSettings when single sign-on cannot be as set.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { settings, dataSource, blobs, programmes, sample, prepared, now, scheduler, log = logToStandardError } = parts;
  const { MINGJING_ALLOW_NETWORKS = '', MINGJING_CONTACT = '', MINGJING_ADDRESS } = settings;
  const network = { MINGJING_ALLOW_NETWORKS, MINGJING_CONTACT, MINGJING_ADDRESS };
  const folder = settings.MINGJING_DATA === undefined ? null : resolve(settings.MINGJING_DATA);
  const { MINGJING_DATA } = settings;
  const seal = MINGJING_DATA === undefined ? passingSeal() : openSeal(sealFile({ ...settings, MINGJING_DATA }));
  const access = {
    now: parts.accessNow ?? (() => new Date()),
    idleMinutes: settings.MINGJING_SESSION_MINUTES ?? 30,
    trustedProxies: settings.MINGJING_TRUSTED_PROXIES || null,
    seal,
    passwordDays: settings.MINGJING_PASSWORD_DAYS ?? 0,
    lookAgainMs: parts.lookAgainMs ?? 5000,
  };
  const uploads = {
    maxBytes: (settings.MINGJING_UPLOAD_MB ?? usualUploadRules.maxBytes / 1_000_000) * 1_000_000,
    perUnit: settings.MINGJING_UPLOADS_PER_UNIT ?? usualUploadRules.perUnit,
  };
  const mailer = parts.mailer ?? openMailer(settings);
  const context = new ServerContext(
    dataSource,
    blobs,
    programmes,
    sample,
    prepared,
    network,
    now,
    scheduler,
    folder,
    access,
    uploads,
    parts.rechecks ?? null,
    parts.rounds ?? null,
    settings,
    mailer,
    openProvider(settings, parts.providerPatienceMs),
  );
  const foreign = await sealSecrets(context.stores, seal);
  if (foreign.length > 0)
    houseLog.warn('两步验证的密钥读不出：缺少原来的密钥文件，请放回，或为这些账号重置口令', {
      accounts: foreign.join('、'),
    });
  const app = await createApp(context, log);
  SwaggerModule.setup('api/docs', app, describeApi(app), { jsonDocumentUrl: 'api/docs/openapi.json' });
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    await app.close();
    throw new MissingResource([
      {
        where: '网页服务',
        what: `无法在 ${settings.HOST}:${settings.PORT} 上监听（${(error as NodeJS.ErrnoException).code ?? ''}）`,
        accepted: '空闲的端口，用 PORT 指定',
      },
    ]);
  }
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.PORT;
  const host = ['0.0.0.0', '::', '127.0.0.1'].includes(settings.HOST) ? 'localhost' : settings.HOST;
  return {
    url: `http://${host}:${port}`,
    close: async () => {
      await app.close();
      mailer?.close();
    },
  };
}

function logToStandardError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
