import { government } from './government.js';
import { archive, newsAmongNotices, notices } from './notices.js';
import { interpretations } from './interpretations.js';
import { news, reports, services, topics } from './others.js';
import { office } from './office.js';
import type { DocumentRow, OtherRow } from '../types.js';

export { interpretations, linkedIn } from './interpretations.js';
export { reports } from './others.js';

export const documents: DocumentRow[] = [...government, ...office, ...notices, ...archive];
export const others: OtherRow[] = [...news, ...newsAmongNotices, ...services, ...topics];

/** Everything that show.jsp can show of this town. */
export const articles = [...documents, ...interpretations, ...reports, ...others];
