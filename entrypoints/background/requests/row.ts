import * as v from 'valibot';
import type { Done, Fault } from '../../../lib/messaging/reply.ts';

/** Who sent a request, as the browser tells. */
export interface Sender {
  /** True for a page of the extension, whose process no web page shares. */
  readonly isOwnPage: boolean;
  /** The frame of a tab; null for a page of the extension that is in no tab. */
  readonly frame: { readonly tabId: number; readonly frameId: number } | null;
  /** The address by which the site of the frame is known; '' where there is none. */
  readonly address: string;
}

/** Carries the type of a reply. It holds no value. */
export interface ReplyType<R extends object> {
  readonly type?: R;
}

/** States what a request is answered with. */
export function reply<R extends object>(): ReplyType<R> {
  return {};
}

/**
 * One request. `from`: who may ask, the script in a web page too (`page`) or pages of the extension only (`own`).
 * `handle` throws only on faults of the extension itself; what it refuses, it answers with a `Fault`.
 */
interface Row<F extends v.ObjectEntries, R extends object> {
  readonly from: 'page' | 'own';
  readonly fields: F;
  readonly reply: ReplyType<R>;
  readonly handle: (fields: FieldsOf<F>, sender: Sender) => Promise<NoInfer<R> | Fault>;
}
type FieldsOf<F extends v.ObjectEntries> = v.InferOutput<v.ObjectSchema<F, undefined>>;

/** A request as the table holds it. */
export interface RequestRow<F extends v.ObjectEntries, R extends object> extends Row<F, R> {
  /** Answers a message; null where its fields are malformed. */
  readonly answer: (message: unknown, sender: Sender) => Promise<R | Fault> | null;
}

/** Makes a row of the table of requests. */
export function defineRequest<F extends v.ObjectEntries, R extends object>(row: Row<F, R>): RequestRow<F, R> {
  const schema = v.object(row.fields);
  return {
    ...row,
    answer(message, sender) {
      const fields = v.safeParse(schema, message);
      return fields.success ? row.handle(fields.output, sender) : null;
    },
  };
}

/** A request that only has something done: it is answered with `{ ok: true }` after `run`. */
interface CommandRow<F extends v.ObjectEntries> extends Pick<Row<F, Done>, 'from' | 'fields'> {
  readonly run: (fields: FieldsOf<F>, sender: Sender) => Promise<void>;
}

/** Makes a row for a request that only has something done. */
export function defineCommand<F extends v.ObjectEntries>({
  run,
  ...row
}: CommandRow<F>): RequestRow<F, Done> {
  return defineRequest({
    ...row,
    reply: reply<Done>(),
    async handle(fields, sender) {
      await run(fields, sender);
      return { ok: true };
    },
  });
}
