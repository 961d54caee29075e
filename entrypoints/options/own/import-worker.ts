import { PackRefusedError } from '../../../lib/phrases/own/refused.ts';
import type { ImportReply, ImportRequest } from './import-request.ts';
import { readForm } from './read-form.ts';

/** Reads a file in a worker: a file of a few hundred bytes can keep a parser busy for minutes. */
function answer(request: ImportRequest): ImportReply {
  try {
    return { read: readForm(request) };
  } catch (error) {
    if (error instanceof PackRefusedError) return { refused: error.words };
    throw error;
  }
}

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => postMessage(answer(data)));
