import { openDocx } from '../../../lib/docx/open.ts';
import { answerRequests } from '../../surface/in-worker.ts';
import type { DocxAnswer, DocxRequest } from './docx-request.ts';

/** Reads and writes a .docx in a worker, which keeps the panel responsive and can be terminated. */
answerRequests((request: DocxRequest): DocxAnswer => {
  const docx = openDocx(request.bytes);
  if (request.type === 'read') return { text: docx.text, numbered: docx.numbered };
  return { bytes: docx.written(request.changes, request.options) };
});
