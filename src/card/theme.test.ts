// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { lightness, themeBehind } from "./theme.ts";

describe("how light a colour is", () => {
  test.each([
    ["rgb(255, 255, 255)", true],
    ["rgb(20, 22, 26)", false],
    ["rgba(0, 0, 0, 0.9)", false],
    ["color(srgb 0.9 0.9 0.8)", true],
    ["oklch(0.21 0.02 250)", false],
    ["lab(95 0 0)", true],
    ["oklab(0.97 0 0 / 0.8)", true],
  ])("%s", (colour, isLight) => {
    expect((lightness(colour) ?? Number.NaN) > 0.5).toBe(isLight);
  });
  test.each(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0.3)", "oklch(0.2 0 0 / 0.1)", "transparent", ""])(
    "%s says nothing",
    (colour) => {
      expect(lightness(colour)).toBeNull();
    },
  );
});

describe("the theme behind a mention", () => {
  const view = (dark = false) =>
    ({
      getComputedStyle: (element: HTMLElement) => ({
        backgroundColor: element.dataset["background"] ?? "rgba(0, 0, 0, 0)",
        filter: element.dataset["filter"] ?? "none",
        colorScheme: element.dataset["scheme"] ?? "normal",
      }),
      matchMedia: () => ({ matches: dark }),
    }) as unknown as Window;
  const put = (html: string, root: Record<string, string> = {}) => {
    document.body.innerHTML = html;
    for (const key of Object.keys(document.documentElement.dataset))
      delete document.documentElement.dataset[key];
    Object.assign(document.documentElement.dataset, root);
    return document.querySelector("b")!;
  };

  test("is that of the nearest surface that covers", () => {
    const word = put(
      '<div data-background="rgb(0, 0, 0)"><p data-background="rgba(9, 9, 9, 0.1)"><b>x</b></p></div>',
    );
    expect(themeBehind(word, view())).toBe("dark");
    const paper = put(
      '<div data-background="rgb(0, 0, 0)"><p data-background="rgb(250, 250, 250)"><b>x</b></p></div>',
    );
    expect(themeBehind(paper, view())).toBe("light");
  });
  test("sees through shadow roots", () => {
    document.body.innerHTML = '<div data-background="rgb(9, 9, 9)"></div>';
    const root = document.querySelector("div")!.attachShadow({ mode: "closed" });
    const word = document.createElement("b");
    root.append(word);
    expect(themeBehind(word, view())).toBe("dark");
  });
  test("is turned by a page that inverts itself", () => {
    const word = put('<div data-background="rgb(255, 255, 255)"><b>x</b></div>', { filter: "invert(1)" });
    expect(themeBehind(word, view())).toBe("dark");
  });
  test("of a page that paints nothing is light, unless it allows the reader's dark canvas", () => {
    expect(themeBehind(put("<b>x</b>"), view(true))).toBe("light");
    expect(themeBehind(put("<b>x</b>", { scheme: "light dark" }), view(true))).toBe("dark");
    expect(themeBehind(put("<b>x</b>", { scheme: "light dark" }), view(false))).toBe("light");
    expect(themeBehind(put("<b>x</b>", { scheme: "dark" }), view(false))).toBe("dark");
  });
});
