/** Kinds of files that people may hand in. What a file is decide its bytes, never its name. */
export const uploadKinds = ['pdf', 'docx', 'xlsx', 'pptx', 'ofd', 'doc', 'xls', 'ppt', 'jpg', 'png'] as const;
export type UploadKind = (typeof uploadKinds)[number];

export type UploadVerdict = { kind: UploadKind } | UploadRefusal;

/** Why a file is not taken, and what to do instead, in one line. */
export interface UploadRefusal {
  refused: string;
}

export interface UploadLimits {
  /** Bytes of the file. */
  maxBytes: number;
  /** Bytes that may come out of an archive in all, and how much larger than the file that may be. */
  maxUnpackedBytes: number;
  maxRatio: number;
  /** Pixels of a picture. */
  maxPixels: number;
}

export const usualUploadLimits: UploadLimits = {
  maxBytes: 20_000_000,
  maxUnpackedBytes: 300_000_000,
  maxRatio: 200,
  maxPixels: 200_000_000,
};

/** What is taken, as a person reads it. */
export const uploadsTaken = 'PDF、OFD、Word、Excel、PowerPoint（含 WPS 存成的 doc、docx 等）和 JPG、PNG 图片';

export const uploadRefusals = {
  empty: '文件是空的',
  tooLarge: (bytes: number) => `文件超过 ${Math.floor(bytes / 1_000_000)} MB，请压缩图片或分成几个文件`,
  unknown: `不收这类文件；可以上传的：${uploadsTaken}`,
  page: `网页、SVG 和脚本不收，请转成 PDF；可以上传的：${uploadsTaken}`,
  program: '程序文件不收',
  archive: '压缩包不收，请解开后逐个上传其中的文件',
  encrypted: '文件加了密，请去掉密码后再上传',
  macros: '文件里有宏，请另存为不含宏的格式（docx、xlsx、pptx）后再上传',
  controls: '文件里有 ActiveX 控件，请去掉后再上传',
  embedded: '文件里嵌有程序或脚本，请去掉后再上传',
  template: '文件引用了别处的模板或对象，请另存为普通文件后再上传',
  scripts: 'PDF 里有脚本或启动程序的动作，请重新打印成 PDF 后再上传',
  bomb: '文件解开后过大，不收（疑似压缩炸弹）',
  pixels: '图片尺寸过大，请缩小后再上传',
  two: '文件里夹有另一种内容（网页、压缩包或别的数据），请用原来的软件重新保存后再上传',
  damaged: '文件已损坏，打不开，请重新保存后再上传',
  late: '检查这个文件用时过长，没有收下；请重新保存后再上传',
} as const;
