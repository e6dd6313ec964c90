/** Let work run on its own; what goes wrong is logged under the feature's name. */
export function guard(log: (feature: string, error: unknown) => void, feature: string) {
  return (work: Promise<unknown>): void => {
    work.catch((error: unknown) => log(feature, error));
  };
}
