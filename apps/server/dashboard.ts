import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The built dashboards, or null when they were not built. */
const dashboardFolder = findDashboards();

function findDashboards(): string | null {
  // The same file runs from the sources and from `dist`: the project is the first folder above with the dashboards.
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const built = join(folder, 'dashboards', 'dist');
    if (existsSync(join(built, 'index.html'))) return built;
  }
  return null;
}

/**
 * Serves the built dashboards; files named by their content may be kept by browsers for good.
 * @param isPublic whether the public page is switched on: while it is not, its addresses say that they are not there.
 */
export async function serveDashboards(app: NestFastifyApplication, isPublic: () => Promise<boolean>): Promise<void> {
  if (dashboardFolder === null) return;
  await app.register(fastifyStatic, {
    root: dashboardFolder,
    prefix: '/',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const lasting = path.startsWith(join(dashboardFolder, 'assets'));
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (!/^\/public(?:[/?]|$)/.test(request.url) || (await isPublic())) return;
      return reply.status(404).header('cache-control', 'no-cache').sendFile('index.html', dashboardFolder);
    });
}

/** Addresses inside the dashboards are theirs to resolve: they get the first page. True when it was sent. */
export function sendDashboard(request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split('?')[0] ?? '';
  const asksForPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{1,5}$/.test(path);
  if (dashboardFolder === null || !asksForPage) return false;
  void reply.status(200).header('cache-control', 'no-cache').sendFile('index.html', dashboardFolder);
  return true;
}
