import type { ComponentChildren } from "preact";
import { safeHref } from "./source-title.ts";

interface OutLinkProps {
  readonly url: string | null | undefined;
  readonly children: ComponentChildren;
}

/** A link out of the card; tells the far side nothing of the page it was on. Plain text where there is no address. */
export function OutLink({ url, children }: OutLinkProps) {
  const href = safeHref(url);
  if (href === null) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
      {children}
    </a>
  );
}
