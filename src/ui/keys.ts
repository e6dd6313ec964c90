import type { Rule } from "../core/mention.ts";
import type { Grade, Kind, RelationType, Wording } from "../core/pack.ts";

type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;
const snake = <S extends string>(name: S) => name.replaceAll("-", "_") as Snake<S>;

/** Message keys made of the pack's own names; `tsc` fails when a name has no words. */
export const kindKey = (kind: Kind) => `kind_${kind}` as const;
export const gradeKey = (grade: Grade) => `grade_${grade}` as const;
export const wordingKey = (wording: Wording) => `wording_${snake(wording)}` as const;
export const ruleKey = (rule: Rule) => `rule_${snake(rule)}` as const;
export const relationKey = (type: RelationType, inverse: boolean) =>
  inverse ? (`relation_${snake(type)}_inverse` as const) : (`relation_${snake(type)}` as const);
