/** Where `keys.js` leaves the letters of all aliases (base64) for `content.js`, in their common isolated world. */
export const KEYS_KEY = "sidelight:keys";
