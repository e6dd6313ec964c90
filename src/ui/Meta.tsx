import type { ComponentChildren } from "preact";

interface MetaProps {
  /** What is not known is left out. */
  readonly of: readonly (string | false | null | undefined)[];
  readonly children?: ComponentChildren;
}

/** Particulars in small type, with dots between them; each keeps its own direction. */
export function Meta({ of, children }: MetaProps) {
  return (
    <span class="meta">
      {of.map((text) => (text ? <bdi key={text}>{text}</bdi> : null))}
      {children}
    </span>
  );
}
