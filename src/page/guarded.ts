/**
 * For what the browser calls: the page never sees an exception of ours. In a frame that is being taken out Firefox
 * still calls, and throws at whatever it is asked then.
 */
export function guarded<A extends unknown[]>(
  work: (...args: A) => void,
  onError: (error: unknown) => void,
): (...args: A) => void {
  return (...args) => {
    try {
      work(...args);
    } catch (error) {
      onError(error);
    }
  };
}
