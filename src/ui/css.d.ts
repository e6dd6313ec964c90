/** The build imports style sheets as text. */
declare module "*.css" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's text loader gives the file as default
  export default text;
}
