import * as v from 'valibot';
import type { OrganisationReply, OwnReply } from '../../../lib/messaging/pack-messages.ts';
import { ownDraftSchema, ownLimits } from '../../../lib/phrases/own/phrase.ts';
import {
  changing,
  checkUpdate,
  organisationReply,
  ownList,
  removeOrganisation,
  removeOwn,
  removeUpdate,
  setUpdate,
  takeOrganisation,
  takeOwn,
} from '../packs.ts';
import { defineRequest, reply } from './row.ts';

const id = v.pipe(v.string(), v.maxLength(24));

/**
 * The author's own phrases and the organisation's packs. Each request that changes something is answered when the new
 * index serves.
 */
export const packRequests = {
  'own-list': defineRequest({ from: 'own', fields: {}, reply: reply<OwnReply>(), handle: ownList }),
  /** Adds phrases, or changes those of the same id or wording. */
  'own-take': defineRequest({
    from: 'page',
    fields: { drafts: v.pipe(v.array(ownDraftSchema), v.maxLength(ownLimits.phrases)) },
    reply: reply<OwnReply>(),
    async handle({ drafts }, { isOwnPage }) {
      const taken = await changing(() => takeOwn(drafts));
      // A web page must not learn which phrases the author has.
      return isOwnPage || 'fault' in taken ? taken : { ...taken, phrases: [] };
    },
  }),
  'own-remove': defineRequest({
    from: 'own',
    fields: { id },
    reply: reply<OwnReply>(),
    handle: (request) => changing(() => removeOwn(request.id)),
  }),
  'organisation-list': defineRequest({
    from: 'own',
    fields: {},
    reply: reply<OrganisationReply>(),
    handle: () => organisationReply([]),
  }),
  /** Takes a pack from a file, in any of the forms that readOrganisation reads. */
  'organisation-take': defineRequest({
    from: 'own',
    fields: { fileName: v.pipe(v.string(), v.maxLength(200)), document: v.unknown() },
    reply: reply<OrganisationReply>(),
    handle: ({ document, fileName }) => changing(() => takeOrganisation(document, fileName)),
  }),
  'organisation-remove': defineRequest({
    from: 'own',
    fields: { id },
    reply: reply<OrganisationReply>(),
    handle: (request) => changing(() => removeOrganisation(request.id)),
  }),
  /** Sets the update address and its public key, and looks there at once. */
  'update-set': defineRequest({
    from: 'own',
    fields: {
      address: v.pipe(v.string(), v.maxLength(2_000)),
      key: v.pipe(v.string(), v.maxLength(1_000)),
    },
    reply: reply<OrganisationReply>(),
    handle: ({ address, key }) => setUpdate(address, key),
  }),
  'update-check': defineRequest({
    from: 'own',
    fields: {},
    reply: reply<OrganisationReply>(),
    handle: () => checkUpdate(),
  }),
  'update-remove': defineRequest({
    from: 'own',
    fields: {},
    reply: reply<OrganisationReply>(),
    handle: () => changing(removeUpdate),
  }),
};
