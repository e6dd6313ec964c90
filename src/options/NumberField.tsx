import { useEffect, useState } from "preact/hooks";
import { useSpeech } from "../ui/words-context.ts";

interface NumberFieldProps {
  readonly id: string;
  readonly helpId: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

/** Takes what is typed once it is a number in the range, and says so where it is not. */
export function NumberField({ id, helpId, value, low, high, step, onChange }: NumberFieldProps) {
  const { words, formats } = useSpeech();
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const parsed = typed.trim() === "" ? Number.NaN : Number(typed);
  const isGood = parsed >= low && parsed <= high;
  return (
    <>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={low}
        max={high}
        step={step}
        value={typed}
        aria-describedby={helpId}
        aria-invalid={!isGood}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={() => isGood && onChange(parsed)}
      />
      {isGood ? null : (
        <p role="alert" class="problem">
          {words.say("options_number_range", formats.number(low), formats.number(high))}
        </p>
      )}
    </>
  );
}
