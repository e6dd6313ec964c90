/** A background that was just stopped answers the second time, ms. */
const AGAIN_AFTER = 250;
/** Waking takes a background a tenth of a second; who says nothing for this long never will, ms. */
const PATIENCE = 4000;

/** Asks the background, and once more where it was asleep. @throws what the second try threw; `undefined` for silence */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await within(PATIENCE, work());
  } catch {
    // Asleep, updated or removed: the second try tells.
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
    return within(PATIENCE, work());
  }
}

function within<T>(most: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, most);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
