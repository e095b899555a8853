import { uploadRefusals, usualUploadLimits, type UploadLimits, type UploadVerdict } from './upload-model.js';
import type { UploadTask } from './upload-thread.js';
import { Threads } from './threads.js';

const threads = new Threads<UploadTask, UploadVerdict>({
  module: './upload-thread',
  beside: import.meta.url,
  most: 1,
  memoryMb: 768,
});

/** Looks at a file in a thread of its own, one after another: one that hangs or eats memory costs that thread and is refused. */
export async function checkUploadApart(
  bytes: Uint8Array,
  limits: UploadLimits = usualUploadLimits,
  milliseconds = 20_000,
): Promise<UploadVerdict> {
  if (bytes.byteLength > limits.maxBytes) return { refused: uploadRefusals.tooLarge(limits.maxBytes) };
  try {
    const done = await threads.run({ bytes, limits }, milliseconds);
    return 'answer' in done ? done.answer : { refused: uploadRefusals.late };
  } catch {
    return { refused: uploadRefusals.late };
  }
}
