import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import { type FindRoots, HOST } from "./card.ts";
import { frameOf, type Target } from "./frames.ts";

export interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  /** Paths of the elements, through shadow roots. */
  readonly nodes: readonly string[];
}

export interface AxeReport {
  readonly violations: readonly AxeFinding[];
  /** What axe could not decide. */
  readonly incomplete: readonly AxeFinding[];
  /** Rules that found something to approve of; 0 means that nothing was looked at. */
  readonly passes: number;
}

/** @param findRoots given: look into the open card only */
export async function runAxe(target: Target, findRoots: FindRoots | null): Promise<AxeReport> {
  const frame = frameOf(target);
  const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await frame.evaluate(`${source};0`);
  if (findRoots) {
    // A closed root is invisible to axe: hand it over, in the test's own doing.
    for (const found of await findRoots(frame, HOST)) {
      await found.evaluate((root, host) => {
        Object.defineProperty(host, "shadowRoot", { value: root, configurable: true });
      });
    }
  }
  return frame.evaluate(
    async (host) => {
      const { axe: library } = window as unknown as { axe: typeof axe };
      const context = host === null ? document : ({ include: [host] } as axe.ElementContext);
      const report = await library.run(context, { resultTypes: ["violations", "incomplete"] });
      const brief = (results: axe.Result[]) =>
        results.map(({ id, impact, help, nodes }) => ({
          id,
          impact: impact ?? "",
          help,
          nodes: nodes.map((node) => node.target.flat().join(" ")),
        }));
      return {
        violations: brief(report.violations),
        incomplete: brief(report.incomplete),
        passes: report.passes.length,
      };
    },
    findRoots ? HOST : null,
  );
}
