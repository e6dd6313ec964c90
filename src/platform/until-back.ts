/**
 * A question that survives the back/forward cache. What is answered while a page lies in it Firefox drops, and the
 * promise never settles: so what is still open when the page comes back is asked again. Ask nothing that must not
 * be done twice.
 */
export function untilBack<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const go = (): void => {
      ask()
        .then(resolve, reject)
        .finally(() => end.abort());
    };
    addEventListener("pageshow", ({ persisted }) => persisted && go(), { signal: end.signal });
    go();
  });
}
