import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { slotsKey } from '../surface/slots-key.ts';
import { hostOfFrame } from '../writing/canvas-host.ts';
import { currentSession } from '../writing/frame.ts';
import { fillSlots } from './slots.ts';

/** Comes into a frame where a phrase with slots was inserted from another surface, which then calls it with the phrase. */
export default defineUnlistedScript(() => {
  const world: typeof globalThis & { [key: symbol]: (inserted: string) => boolean } = globalThis;
  world[Symbol.for(slotsKey)] = (inserted) => {
    const host = hostOfFrame();
    const session = host === null ? null : currentSession(host.frame);
    return session !== null && session.field.kind !== 'canvas' && fillSlots(session.field, inserted);
  };
});
