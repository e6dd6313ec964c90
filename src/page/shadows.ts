import type { Root } from "./composed.ts";
import { own } from "./own.ts";

/** Elements asked per unit of work. */
const BATCH = 100;
/** Of as few as these each is looked at: a first search by name costs 0.4 ms, whatever it searches. */
const FEW = 100;
/** Elements from which on a page is searched in parts. */
const LARGE = 5000;

/** The elements that can carry a shadow root beside custom ones (DOM standard, "valid shadow host name"). */
const HOSTS =
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" ");

/**
 * Find the shadow roots below a node, open and closed. Asking every element costs more than all scanning
 * (132 ms at 48,000 elements), so custom names come first, found natively; the rest is for idle time.
 *
 * @param shadowOf the extension API that sees closed roots, too
 */
export function* findShadows(
  below: Root | Element,
  shadowOf: (element: Element) => ShadowRoot | null,
  found: (root: ShadowRoot) => void,
): Generator<void> {
  const ask = (element: Element): void => {
    const root = shadowOf(element);
    if (root) found(root);
  };
  if (own.isElement(below) && mayHost(below)) ask(below);
  const inside = below.querySelectorAll("*");
  if (inside.length <= FEW) {
    for (const element of inside) if (mayHost(element)) ask(element);
    return;
  }
  yield;
  let asked: ArrayLike<Element> = yield* namedLikeCustom(below);
  // Browsers keep count of names; for a list they ask each element of a page eighteen things, which is no slice's work.
  const names = inside.length > LARGE ? HOSTS : [HOSTS.join()];
  for (let next = 0; ; next++) {
    for (let index = 0; index < asked.length; index++) {
      ask(asked[index] as Element);
      if (index % BATCH === BATCH - 1) yield;
    }
    const name = names[next];
    if (name === undefined) return;
    yield;
    asked = below.querySelectorAll(name);
  }
}

/** Whether a shadow root may be here or below: most of what comes into a page is text in an element of its own. */
export const mayHoldShadows = (element: Element): boolean =>
  own.firstElement(element) !== null || mayHost(element);

/** A paragraph with words of its own would not show them if it carried a root; and to ask is dear. */
function mayHost(element: Element): boolean {
  const name = own.name(element);
  if (name.includes("-")) return true;
  if (!HOSTS.includes(name)) return false;
  const first = own.first(element);
  return !first || !own.isText(first) || first.data.trim() === "";
}

/**
 * Elements with a hyphen in their name, of a large tree part by part. XPath looks at names natively, without a wrapper
 * for each element; it does not see into shadow roots.
 */
function* namedLikeCustom(below: Root | Element): Generator<void, readonly Element[]> {
  if (own.isShadowRoot(below))
    return [...below.querySelectorAll("*")].filter((element) => own.name(element).includes("-"));
  const parts = Math.ceil(counted("descendant::*", below) / LARGE);
  if (parts <= 1) return chosen(`descendant::${CUSTOM}`, below);
  yield;
  const named: Element[] = [];
  const children = counted("*", below);
  if (children < 2 * parts) {
    for (const child of chosen("*", below)) {
      named.push(...chosen(`self::${CUSTOM}`, child), ...(yield* namedLikeCustom(child)));
      yield;
    }
    return named;
  }
  for (let part = 0; part < parts; part++) {
    const [from, to] = [part, part + 1].map((at) => Math.floor((at * children) / parts));
    named.push(
      ...chosen(`*[position() > ${from} and position() <= ${to}]/descendant-or-self::${CUSTOM}`, below),
    );
    yield;
  }
  return named;
}

const CUSTOM = "*[contains(local-name(), '-')]";

const counted = (path: string, below: Node): number =>
  document.evaluate(`count(${path})`, below, null, XPathResult.NUMBER_TYPE, null).numberValue;

function chosen(path: string, below: Node): readonly Element[] {
  const result = document.evaluate(path, below, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
  return Array.from({ length: result.snapshotLength }, (_, index) => result.snapshotItem(index) as Element);
}
