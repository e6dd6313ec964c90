/**
 * For what the browser calls: the page never sees an exception of ours. In a frame that is being taken out Firefox
 * still calls, and throws at whatever it is asked then.
 *
 * @param work hears the first thing the browser says, no more: to gather all of it costs as much as a short answer
 */
export function guarded<A>(work: (given: A) => void, onError: (error: unknown) => void): (given: A) => void {
  return (given) => {
    try {
      work(given);
    } catch (error) {
      onError(error);
    }
  };
}
