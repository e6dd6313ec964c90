import type { PackEvent, PartialDate } from "../core/pack.ts";
import { DataTable } from "./DataTable.tsx";
import { isLater } from "./partial-date.ts";
import { Refs, useCited } from "./Refs.tsx";
import { timelineScale } from "./timeline-scale.ts";
import { useSpeech } from "./words-context.ts";

/** Drawing units = CSS px in the narrowest card; the drawing grows with the card. */
const WIDTH = 260;
const PAD = 8;
const Y = 22;

interface TimelineProps {
  readonly events: readonly PackEvent[];
  readonly published: PartialDate | null;
}

/** Events as dots on a line (a partial date as a stretch), then all of them in words, with their sources. */
export function Timeline({ events, published }: TimelineProps) {
  const { words, formats } = useSpeech();
  const { lang } = useCited();
  const sorted = events.toSorted((a, b) => a.date.localeCompare(b.date));
  return (
    <div class="timeline">
      {sorted.length > 2 ? <TimeLine events={sorted} published={published} /> : null}
      <ol>
        {sorted.map((event) => (
          <li
            key={`${event.date} ${event.text}`}
            class={isLater(event.date, published) ? "later" : undefined}
          >
            <time dateTime={event.date}>{formats.date(event.date)}</time>
            {isLater(event.date, published) ? <span class="tag">{words.say("card_later")}</span> : null}
            <span class="what" lang={lang} dir="auto">
              {event.text}
              <Refs of={event.sources} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function TimeLine({ events, published }: TimelineProps) {
  const { words, formats } = useSpeech();
  const scale = timelineScale(events, published);
  if (!scale) return null;
  const x = (at: number) => PAD + at * (WIDTH - 2 * PAD);
  const first = formats.date(events[0]!.date);
  const last = formats.date(events.at(-1)!.date);
  return (
    <figure class="axis">
      <svg
        role="img"
        aria-label={words.count("card_timeline_alt", events.length, first, last)}
        viewBox={`0 0 ${WIDTH} 48`}
      >
        <line class="scale" x1="0" y1={Y} x2={WIDTH} y2={Y} />
        {scale.years.map(({ year, at }) => (
          <g key={year}>
            <line class="scale" x1={x(at)} y1={Y} x2={x(at)} y2={Y + 6} />
            <text x={x(at)} y={Y + 20} text-anchor={at < 0.05 ? "start" : at > 0.95 ? "end" : "middle"}>
              {year}
            </text>
          </g>
        ))}
        {scale.published === null ? null : (
          <g text-anchor={scale.published > 0.8 ? "end" : scale.published < 0.2 ? "start" : "middle"}>
            <text x={x(scale.published)} y="9">
              {words.say("card_timeline_published")}
            </text>
            <line class="page-date" x1={x(scale.published)} y1="13" x2={x(scale.published)} y2={Y + 8} />
          </g>
        )}
        {scale.dots.map(({ event, from, to }) => {
          const width = x(to) - x(from);
          const later = isLater(event.date, published) ? " later" : "";
          return width > 4 ? (
            <rect
              key={event.text}
              class={`dot${later}`}
              x={x(from)}
              y={Y - 4}
              width={width}
              height="8"
              rx="4"
            />
          ) : (
            <circle key={event.text} class={`dot${later}`} cx={x((from + to) / 2)} cy={Y} r="4.5" />
          );
        })}
      </svg>
      <DataTable
        head={["figure_table_when", "figure_table_what"]}
        rows={events.map(({ date, text }) => [
          formats.date(date) + (isLater(date, published) ? ` · ${words.say("card_later")}` : ""),
          text,
        ])}
      />
    </figure>
  );
}
