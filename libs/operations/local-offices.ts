import type { OrganisationRow } from '#database';
import type { Programme } from '#programmes';

type Named = Pick<OrganisationRow, 'name' | 'category' | 'parent'>;

/** The area is the one whose government is among the units, e.g. 云岭县 of 云岭县人民政府; else that of the office above them. */
export function areaOf(units: readonly Named[]): string {
  const government = units.find((unit) => unit.category === '政府')?.name;
  const named = government?.match(/^(.+?[省市县区旗州盟])(?:人民政府|$)/)?.[1];
  return named ?? units[0]?.parent?.replace(/(?:人民政府|办事处)$/, '') ?? '本地区';
}

/** Plans speak of “县人民政府办公室” and “区（市）政府”; what is sent in an area bears its name, and its kind. */
export function localise(circular: Programme['circular'], area: string): Programme['circular'] {
  const level = /[省市县区旗州盟]$/.exec(area)?.[0];
  const named = (office: string): string =>
    area.endsWith('街道')
      ? office.replace(/^街道/, area)
      : office.replace(/^(?:区（市）|[省市县区])(?=人民政府|政府)/, area);
  const kind = level
    ? circular.recipients.replace(/(?<![^，、])(?:区（市）|[市县区])(?=政府)/g, level)
    : circular.recipients;
  return {
    ...{ ...circular, issuer: named(circular.issuer), reportTo: named(circular.reportTo), recipients: kind },
    // As GB/T 9704 writes document numbers, whatever brackets the plan has.
    basis: circular.basis.replace(/\[(\d{4})\](?=\d+号)/g, '〔$1〕'),
  };
}
