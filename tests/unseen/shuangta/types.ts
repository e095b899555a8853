export type Channel = 'gfxwj' | 'qtwj' | 'sjwj' | 'lswj' | 'tzgg' | 'zcjd' | 'gzdt' | 'nianbao';

export interface Attachment {
  /** Text of the link, as it stands. */
  name: string;
  /** File name below `/attachment/`, or an id of the download service. */
  file: string;
  /** `block` beneath the article, `both` in text and block, `api` by the download service, `script` by a javascript: link. */
  way: 'block' | 'both' | 'api' | 'script';
}

export interface Entry {
  id: number;
  channel: Channel;
  title: string;
  /** Shown in lists instead of the title; `cut` with the whole title nowhere but on the detail page. */
  listed?: 'cut' | 'attribute';
  /** `YYYY-MM-DDTHH:mm`, Beijing time. */
  published: string;
  body: string[];
  attachments?: Attachment[];
  /** Ids that the page links to under 相关阅读. */
  related?: number[];
  /** `grid` metadata as cards, `bare` none at all, `wechat` body of a WeChat article, `pdf` a viewer in a frame. */
  layout: 'grid' | 'bare' | 'wechat' | 'pdf';
  source?: string;
}

export interface Doc extends Entry {
  number: string | null;
  /** As it stands on the page when other than `number`; `hidden` when only the body tells it. */
  numberShown?: string;
  index?: string | null;
  issued: string | null;
  /** Further rows of the metadata, label and value as HTML. */
  rows?: [string, string][];
  /** The 成文日期 row is left out, or says so. */
  issuedShown?: string;
  /** Signature below the text, as it stands. */
  signature?: string[];
  timeliness: 'onTime' | 'late' | 'notMeasured';
  badge?: string;
  traditional?: boolean;
  trap?: string;
}

export interface Interpretation extends Entry {
  formats: string[];
  policy: number | null;
  /** Title of a policy that is not on this site. */
  policyTitle?: string;
  linksToPolicy: boolean;
  linkedFromPolicy: boolean;
  trap?: string;
}

export interface OldDoc {
  id: number;
  page: 'zcwj' | 'tzgg';
  title: string;
  number: string | null;
  numberShown?: string;
  issued: string | null;
  /** `2016-3-9 9:05:00`, as ASP writes it. */
  published: string;
  body: string[];
  signature: string[];
  attachment?: { name: string; file: string };
  timeliness: 'onTime' | 'late' | 'notMeasured';
  trap?: string;
}
