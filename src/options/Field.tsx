import { useId } from "preact/hooks";
import type { Description } from "../settings/describe.ts";
import type { Settings } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import { NumberField } from "./NumberField.tsx";
import { SiteList } from "./SiteList.tsx";

interface FieldProps<K extends keyof Settings> {
  readonly name: K;
  readonly described: Description[K];
  readonly value: Settings[K];
  readonly onChange: (value: Settings[K]) => void;
}

/** One setting, drawn as its description says. */
export function Field<K extends keyof Settings>({ name, described, value, onChange }: FieldProps<K>) {
  const words = useWords();
  const id = useId();
  const label = words.say(described.label);
  const help = (
    <p id={`${id}-help`} class="help">
      {words.say(described.help)}
    </p>
  );
  const change = (next: unknown) => onChange(next as Settings[K]);
  switch (described.as) {
    case "switch":
      return (
        <div class="field" data-setting={name}>
          <label class="check">
            <input
              type="checkbox"
              checked={value === true}
              aria-describedby={`${id}-help`}
              onChange={(event) => change(event.currentTarget.checked)}
            />
            <span>{label}</span>
          </label>
          {help}
        </div>
      );
    case "choice":
      return (
        <fieldset class="field" data-setting={name} aria-describedby={`${id}-help`}>
          <legend>{label}</legend>
          {help}
          {Object.entries(described.values).map(([option, key]) => (
            <label class="check" key={option}>
              <input type="radio" name={name} checked={value === option} onChange={() => change(option)} />
              <span>{words.say(key)}</span>
            </label>
          ))}
        </fieldset>
      );
    case "number":
      return (
        <div class="field" data-setting={name}>
          <label for={id}>{label}</label>
          {help}
          <NumberField
            id={id}
            helpId={`${id}-help`}
            value={value as number}
            low={described.low}
            high={described.high}
            step={described.step}
            onChange={change}
          />
        </div>
      );
    case "sites":
      return (
        <fieldset class="field" data-setting={name} aria-describedby={`${id}-help`}>
          <legend>{label}</legend>
          {help}
          <SiteList sites={value as readonly string[]} onChange={change} />
        </fieldset>
      );
    default:
      return null;
  }
}
