import { families } from '../families/index.js';
import { readPageBytes, type PageTask } from './page-reader.js';

/** What a thread does with one page. JSON, for it is taken apart faster at the other end than an object of many parts. */
export default function readInThread(task: PageTask): string {
  return JSON.stringify(readPageBytes(task, families));
}
