/** Where `lexicon.js` leaves the compiled lexicon (base64) for `content.js`, in their common isolated world. */
export const LEXICON_KEY = "sidelight:lexicon";
