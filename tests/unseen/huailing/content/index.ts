import { departments } from './departments.js';
import { government } from './government.js';
import { notices } from './notices.js';
import { office } from './office.js';

export { interpretations } from './interpretations.js';
export { laws, letters, news, outside, services, surveys, withdrawn } from './others.js';
export { otherReport, reports } from './reports.js';

export const documents = [...government, ...office, ...departments, ...notices];
