/** One file of a circular; its bytes lie in the blob store under `sha256`. */
export interface CircularFile {
  format: 'docx' | 'pdf' | 'xlsx';
  /** Name under which it is handed out. */
  name: string;
  sha256: string;
  size: number;
}

export interface CircularRow {
  id: string;
  programme: string;
  period: string;
  kind: 'weekly' | 'monthly' | 'quarterly' | 'annual';
  title: string;
  sample: boolean;
  /** The assessment whose figures it prints, when it was stored. */
  assessment: string | null;
  /** Instant, ISO 8601 UTC. */
  createdAt: string;
  files: CircularFile[];
}
