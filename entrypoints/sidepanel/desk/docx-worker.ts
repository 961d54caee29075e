import { openDocx } from '../../../lib/docx/open.ts';
import { UnusableDocxError } from '../../../lib/docx/unusable.ts';
import type { DocxReply, DocxRequest } from './docx-request.ts';

/** Reads and writes a .docx in a worker, which keeps the panel responsive and can be terminated. */
function answer(request: DocxRequest): DocxReply {
  try {
    const docx = openDocx(request.bytes);
    if (request.type === 'read') return { text: docx.text, numbered: docx.numbered };
    return { bytes: docx.written(request.changes, request.options) };
  } catch (error) {
    if (error instanceof UnusableDocxError) return { unusable: error.words };
    throw error;
  }
}

addEventListener('message', ({ data }: MessageEvent<DocxRequest>) => postMessage(answer(data)));
