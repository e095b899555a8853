/** A piece of a body; each family prints it in its own mark-up. */
export type Block =
  | { kind: 'para' | 'heading' | 'centre' | 'right' | 'salutation'; text: string }
  /** Words with a link in the middle. */
  | { kind: 'linked'; before: string; title: string; href: string; after: string }
  | { kind: 'image'; src: string; alt: string; width?: number }
  | { kind: 'video'; src: string; poster: string }
  | { kind: 'audio'; src: string }
  | { kind: 'frame'; src: string; title: string }
  /** Ready HTML of a table. */
  | { kind: 'table'; html: string };
