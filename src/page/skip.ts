import { inPage, parentElementOf } from "./composed.ts";
import { isBesideArticle, isInMain, type MainContent } from "./main-content.ts";
import { own } from "./own.ts";

const words = (list: string): readonly string[] => list.split(" ");

/** Never a reader's text: code, form fields, what is drawn or run. */
const NEVER = words(
  "script style noscript template textarea select option optgroup datalist input code pre kbd samp var tt " +
    "iframe frame object embed canvas audio video picture svg math head title noembed noframes rp",
);
const NEVER_ROLES = words("textbox searchbox combobox listbox option spinbutton code math tooltip");

/** Not the main content: ways through the site and things to press. */
const FURNITURE = words("nav button menu");
const FURNITURE_ROLES = words(
  "navigation button menu menubar menuitem menuitemcheckbox menuitemradio tab tablist toolbar " +
    "switch checkbox radio slider scrollbar tree treeitem search banner contentinfo",
);

/** Around the main content, where the page does not say what that is; a headline may have a header of its own in it. */
const SURROUNDINGS = words("header footer aside");

/** Attributes that can take text out of sight or reach. */
const HIDING = ["contenteditable", "hidden", "inert", "aria-hidden", "role"] as const;

/** Those whose change means a fresh look. */
export const SKIP_ATTRIBUTES = [...HIDING, "lang"] as const;

/** All that may take part of a line out of the reader's text; native code looks for it faster than we can walk. */
const SUSPECTS = [...NEVER, ...FURNITURE, ...SURROUNDINGS, ...HIDING.map((name) => `[${name}]`)].join();

export interface Skip {
  /** Whether text directly in this element is no page text. */
  isNever(parent: Element): boolean;
  /** Whether nothing within this element can differ from the element itself. */
  isPlain(element: Element): boolean;
  /** Whether a line that begins in this element lies outside of the main content. */
  isOutside(parent: Element): boolean;
}

/**
 * Remembers per element, so one job asks once per parent. Make a new one per job: attributes change.
 *
 * @param findMain `null`: the whole page counts. Asked at the first mention: a page without any is spared the search
 * @param everything furniture counts, too
 * @param plainText the document is a text file, shown in a `<pre>`
 */
export function createSkip(
  findMain: () => MainContent | null,
  everything: boolean,
  plainText: boolean,
): Skip {
  const known = new Map<Element, boolean>();
  const plain = new Map<Element, boolean>();
  let asked = false;
  let told: MainContent | null = null;
  const main = (): MainContent | null => {
    if (!asked) told = findMain();
    asked = true;
    return told;
  };
  const isAround = (name: string): boolean =>
    SURROUNDINGS.includes(name) && !(name === "header" ? main() : main()?.isNamed);

  const itself = (element: Element): boolean => {
    const name = own.name(element);
    if (NEVER.includes(name) && !(plainText && name === "pre")) return true;
    if (!everything && FURNITURE.includes(name)) return true;
    if (!everything && isAround(name)) return true;
    if (!everything && name === "aside" && isBesideArticle(element)) return true;
    // Most elements carry none of these; one look at the list is cheaper than six at its names.
    if (!own.hasAttributes(element)) return false;
    const attribute = (named: string): string | null => own.attribute(element, named);
    if (attribute("hidden") !== null || attribute("inert") !== null) return true;
    if (attribute("aria-hidden") === "true") return true;
    const editable = attribute("contenteditable");
    if (editable !== null && editable !== "false") return true;
    const role = attribute("role");
    if (role === null) return false;
    if (!everything && role === "complementary" && isBesideArticle(element)) return true;
    return NEVER_ROLES.includes(role) || (!everything && FURNITURE_ROLES.includes(role));
  };

  /** Main elements by whether they hold any text. */
  const full = new Map<Element, boolean>();
  const outside = (element: Element): boolean => {
    if (everything || isInMain(element, full)) return false;
    const within = main()?.parts;
    return within !== undefined && !within.some((part) => part === element || part.contains(element));
  };

  const isNever = (element: Element): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    let answer = itself(element);
    if (!answer) {
      const parent = parentElementOf(element);
      if (parent) answer = isNever(parent);
    }
    known.set(element, answer);
    return answer;
  };

  /** What is known of lines: by the element of their first text. */
  const lines = new Map<Element, boolean>();
  const isOutside = (parent: Element): boolean => {
    let answer = lines.get(parent);
    if (answer === undefined) {
      // The main content is looked for in the page's own tree: a shadow root counts where its host stands.
      answer = outside(inPage(parent));
      lines.set(parent, answer);
    }
    return answer;
  };
  const isPlain = (element: Element): boolean => {
    let answer = plain.get(element);
    if (answer === undefined) {
      answer = own.query(element, SUSPECTS) === null;
      plain.set(element, answer);
    }
    return answer;
  };
  return { isNever, isOutside, isPlain };
}
