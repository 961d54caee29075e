/** A pack, a phrase or an update was not taken. Its message is one sentence in Chinese for the author. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
}
