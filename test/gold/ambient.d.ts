declare module "*/scripts/mutate.mjs" {
  export const MUTATIONS: Readonly<
    Record<string, readonly (readonly [rule: string, from: string, to: string])[]>
  >;
}
