import { accountsPerPlatform } from './accounts-per-platform.indicator.js';
import { annualReportInTime } from './annual-report-in-time.indicator.js';
import { annualReportOriginality } from './annual-report-originality.indicator.js';
import { annualReportPartsPresent } from './annual-report-parts.indicator.js';
import { annualReportTables } from './annual-report-tables.indicator.js';
import { blankColumns } from './blank-columns.indicator.js';
import { catalogueElementsComplete } from './catalogue-elements-complete.indicator.js';
import { catalogueFieldsCovered } from './catalogue-fields-covered.indicator.js';
import { catalogueNamesConsistent } from './catalogue-names-consistent.indicator.js';
import { catalogueItemsHaveColumns } from './catalogue-items-have-columns.indicator.js';
import { cataloguePublished } from './catalogue-published.indicator.js';
import { catalogueTimeLimits } from './catalogue-time-limits.indicator.js';
import { columnFreshness } from './column-freshness.indicator.js';
import { columnGap } from './column-gap.indicator.js';
import { columnMinimum } from './column-minimum.indicator.js';
import { columnQuota } from './column-quota.indicator.js';
import { columnsComplete } from './columns-complete.indicator.js';
import { consultationChannel } from './consultation-channel.indicator.js';
import type { Indicator } from './define-indicator.js';
import { documentNumberPresent } from './document-number-present.indicator.js';
import { evidenceDecided } from './evidence.indicator.js';
import { footerMarksShown } from './footer-marks.indicator.js';
import { guideElementsComplete } from './guide-elements.indicator.js';
import { homeUpdated } from './home-updated.indicator.js';
import { importedCount } from './imported-count.indicator.js';
import { interpretationElementsComplete } from './interpretation-elements.indicator.js';
import { interpretationsVaried } from './interpretations-varied.indicator.js';
import { keyColumnsUpdated } from './key-columns-updated.indicator.js';
import { linkedBothWays } from './linked-both-ways.indicator.js';
import { linksAlive } from './links-alive.indicator.js';
import { linksUnhijacked } from './links-unhijacked.indicator.js';
import { longStaleColumns } from './long-stale-columns.indicator.js';
import { pageTags } from './page-tags.indicator.js';
import { nonpublicDocuments } from './nonpublic-documents.indicator.js';
import { openDay } from './open-day.indicator.js';
import { participationPage } from './participation-page.indicator.js';
import { periodicPublication } from './periodic-publication.indicator.js';
import { policiesInterpreted } from './policies-interpreted.indicator.js';
import { publicationDatesTrue } from './publication-dates-true.indicator.js';
import { publishedInTime } from './published-in-time.indicator.js';
import { publishedTogether } from './published-together.indicator.js';
import { requestChannel } from './request-channel.indicator.js';
import { serviceNamesSame } from './service-names-same.indicator.js';
import { servicesOffered } from './services-offered.indicator.js';
import { siteReachable } from './site-reachable.indicator.js';
import { topicColumn } from './topic-column.indicator.js';
import { unifiedEntrances } from './unified-entrances.indicator.js';
import { unitPage } from './unit-page.indicator.js';
import { villageColumn } from './village-column.indicator.js';

/** All indicators; a new one is a new file and a new line here. */
export const indicators: readonly Indicator[] = [
  publishedInTime,
  columnsComplete,
  guideElementsComplete,
  interpretationsVaried,
  policiesInterpreted,
  interpretationElementsComplete,
  linkedBothWays,
  publishedTogether,
  documentNumberPresent,
  publicationDatesTrue,
  annualReportInTime,
  annualReportPartsPresent,
  annualReportTables,
  annualReportOriginality,
  unifiedEntrances,
  unitPage,
  cataloguePublished,
  catalogueFieldsCovered,
  catalogueElementsComplete,
  catalogueItemsHaveColumns,
  catalogueTimeLimits,
  serviceNamesSame,
  catalogueNamesConsistent,
  topicColumn,
  villageColumn,
  participationPage,
  openDay,
  nonpublicDocuments,
  accountsPerPlatform,
  columnFreshness,
  columnQuota,
  columnGap,
  columnMinimum,
  periodicPublication,
  keyColumnsUpdated,
  longStaleColumns,
  blankColumns,
  homeUpdated,
  siteReachable,
  footerMarksShown,
  pageTags,
  linksAlive,
  linksUnhijacked,
  consultationChannel,
  requestChannel,
  servicesOffered,
  evidenceDecided,
  importedCount,
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

export function findIndicator(id: string): Indicator | undefined {
  return byId.get(id);
}
