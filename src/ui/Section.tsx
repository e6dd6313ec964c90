import type { ComponentChildren } from "preact";

interface SectionProps {
  readonly title: string;
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A part of the card under its heading; not a landmark, or a card would hold eight of them. */
export function Section({ title, name, children }: SectionProps) {
  return (
    <section class={`section ${name}`}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
