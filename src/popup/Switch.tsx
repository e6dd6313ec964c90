import { useId } from "preact/hooks";

interface SwitchProps {
  readonly label: string;
  /** Says more beside the name, without being part of it. */
  readonly detail?: string | undefined;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Switch({ label, detail, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch-row">
      <span class="switch-text">
        <span id={`${id}-label`}>{label}</span>
        {detail ? (
          <bdi id={`${id}-detail`} class="meta">
            {detail}
          </bdi>
        ) : null}
      </span>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={detail ? `${id}-detail` : undefined}
        disabled={isDisabled}
        onClick={() => onChange(!isOn)}
      />
    </div>
  );
}
