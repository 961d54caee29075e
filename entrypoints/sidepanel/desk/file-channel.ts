import { isRecord } from '../../../lib/common/is-record.ts';

/**
 * Shares files with the other open views of the desk: one that is too large for session storage, or not stored yet, is
 * handed over from memory to memory. `fileHere` returns the bytes of a file that this view has, or null; `take` takes
 * those of another view. Returns the function that asks the others for a file. Ends with the signal.
 */
export function shareFiles(
  fileHere: (id: string) => Uint8Array | null,
  take: (id: string, bytes: Uint8Array) => void,
  until: AbortSignal,
): (id: string) => void {
  const channel = new BroadcastChannel('desk-file');
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isRecord(data) || typeof data.id !== 'string') return;
    const { id, bytes } = data;
    if (bytes instanceof Uint8Array) {
      take(id, bytes);
      return;
    }
    const here = fileHere(id);
    if (here !== null) channel.postMessage({ id, bytes: here });
  });
  until.addEventListener('abort', () => channel.close());
  return (id) => {
    if (!until.aborted) channel.postMessage({ id });
  };
}
