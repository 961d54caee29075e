/** The file of the build that the model of official prose comes from, from the extension's root. */
export const proseAsset = '/phrases/prose.bin';
