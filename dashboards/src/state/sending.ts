import { ref, type Ref } from 'vue';
import { Unanswered } from '../api/client.js';

export interface Sending {
  sending: Readonly<Ref<boolean>>;
  failure: Ref<string | null>;
  /** Does it unless it is being done; true when it was done. What went wrong stands in `failure`; the form keeps its text. */
  send: (deed: () => Promise<void>) => Promise<boolean>;
}

/** A form on its way: sent once at a time, and whatever goes wrong is told without losing what was typed. */
export function useSending(): Sending {
  const sending = ref(false);
  const failure = ref<string | null>(null);
  async function send(deed: () => Promise<void>): Promise<boolean> {
    if (sending.value) return false;
    sending.value = true;
    failure.value = null;
    try {
      await deed();
      return true;
    } catch (error) {
      failure.value = sentenceOf(error);
      return false;
    } finally {
      sending.value = false;
    }
  }
  return { sending, failure, send };
}

export function sentenceOf(error: unknown): string {
  if (error instanceof Unanswered && error.status === null)
    return '与服务的连接中断，没有提交成功。所填内容仍在，网络恢复后再提交一次即可。';
  return error instanceof Error ? error.message : String(error);
}
