declare module "mark.js" {
  interface Options {
    readonly accuracy: "exactly";
    readonly separateWordSearch: boolean;
    each(): void;
  }
  export default class Mark {
    constructor(root: Element);
    mark(terms: readonly string[], options: Options): void;
  }
}

declare module "findandreplacedomtext" {
  interface Options {
    readonly find: RegExp;
    readonly preset: "prose";
    replace(portion: { readonly index: number; readonly text: string }): Node;
  }
  export default function findAndReplaceDOMText(root: Node, options: Options): unknown;
}
