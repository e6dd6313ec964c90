/** Stands where the extension API would be: unit tests inject what they need, so touching it is a mistake. */
const browser = new Proxy(
  {},
  {
    get(_, name) {
      throw new Error(`unit test touched browser.${String(name)}`);
    },
  },
);

// biome-ignore lint/style/noDefaultExport: the polyfill's shape
export default browser;
