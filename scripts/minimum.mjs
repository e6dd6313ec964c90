/** Oldest browsers served. The manifests, the bundles' targets, the start scripts and the documents follow this. */
export const MINIMUM = { chrome: 148, firefox: 150 };
