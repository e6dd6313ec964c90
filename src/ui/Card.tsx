import { useRef } from "preact/hooks";
import { CardBody } from "./CardBody.tsx";
import type { CardProps } from "./card-props.ts";
import { DepthSwitch } from "./DepthSwitch.tsx";
import { family } from "./family.ts";
import { KindLabel } from "./KindLabel.tsx";
import { CitedProvider } from "./Refs.tsx";

/** One entry explained, top to bottom as PRODUCT.md orders it. */
export function Card(props: CardProps) {
  const { content, depth, titleId, corner, above, onDepth, foot } = props;
  const { entry, sources } = content;
  const article = useRef<HTMLElement>(null);
  const reach = (number: number) => {
    const item = article.current?.querySelector<HTMLElement>(`[data-source="${number}"]`);
    item?.scrollIntoView({ block: "nearest" });
    item?.focus({ preventScroll: true });
  };
  return (
    <CitedProvider value={{ lang: entry.lang, sources, reach }}>
      <article class="card" ref={article} data-family={family(entry.kind)} data-depth={depth}>
        <header class="head">
          <div class="head-row">
            <KindLabel kind={entry.kind} />
            {corner}
          </div>
          <h2 id={titleId} lang={entry.lang} dir="auto">
            {entry.name}
          </h2>
          <p class="line" lang={entry.lang} dir="auto">
            {entry.line}
          </p>
        </header>
        {above}
        {depth === "line" ? null : <CardBody {...props} />}
        <footer class="foot">
          <DepthSwitch name={titleId} depth={depth} onDepth={onDepth} />
          {foot}
        </footer>
      </article>
    </CitedProvider>
  );
}
