import { isRecord } from '../../../lib/common/is-record.ts';
import { type Fault, sentReply } from '../../../lib/messaging/reply.ts';
import type { Sender } from './row.ts';
import { type RequestType, requests } from './table.ts';

/**
 * Answers a message by its row in the table; null for one that is no request, or whose fields are malformed. The promise
 * rejects on a fault of the extension itself, and where the sender may not ask.
 */
export function answer(message: unknown, sender: Sender): Promise<object> | null {
  if (!isRecord(message)) return null;
  const { type } = message;
  if (!isRequestType(type)) return null;
  const { from } = requests[type];
  if (from === 'own' && !sender.isOwnPage)
    return Promise.reject(new Error(`${type} is not for a web page to ask.`));
  const answering: Promise<object | Fault> | null = requests[type].answer(message, sender);
  return answering === null ? null : answering.then((reply) => sentReply(type, reply));
}

function isRequestType(type: unknown): type is RequestType {
  return typeof type === 'string' && Object.hasOwn(requests, type);
}
