import { startCounty } from './index.js';

/** Opens the sample county and prints its addresses; `COUNTY_PORT` gives the first port (8700). Ctrl-C closes it. */
const county = await startCounty({ basePort: Number(process.env.COUNTY_PORT ?? 8700) });
console.log('示例数据 · 云岭县为虚构县');
for (const site of county.sites) console.log(`${site.url}  ${site.family.padEnd(8)}  ${site.organisation}`);
console.log(`\n${county.organisationsCsv}`);
process.once('SIGINT', () => void county.close());
process.once('SIGTERM', () => void county.close());
