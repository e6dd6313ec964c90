import { useRef, useState } from "preact/hooks";
import { readBackup, writeBackup } from "../settings/backup.ts";
import { descriptions } from "../settings/describe.ts";
import type { Settings } from "../settings/schema.ts";
import { useWords } from "../ui/words-context.ts";
import type { Ports } from "./ports.ts";

interface BackupProps {
  readonly settings: Settings;
  readonly save: Ports["save"];
  readonly patch: Ports["patch"];
}

/** All settings as one file, and back. */
export function Backup({ settings, save, patch }: BackupProps) {
  const words = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<{ readonly isGood: boolean; readonly text: string } | null>(null);
  const restore = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const read = readBackup(await file.text());
    if (read.ok) {
      await patch(read.settings);
      setOutcome({ isGood: true, text: words.say("options_restored") });
      return;
    }
    const field = descriptions[read.field as keyof Settings];
    const text =
      read.why === "bad-field"
        ? words.say("options_restore_bad_field", field ? words.say(field.label) : read.field)
        : words.say(read.why === "newer" ? "options_restore_newer" : "options_restore_not_a_backup");
    setOutcome({ isGood: false, text });
  };
  const fail = (error: unknown) =>
    setOutcome({
      isGood: false,
      text: words.say("popup_not_saved", error instanceof Error ? error.message : String(error)),
    });
  return (
    <>
      <p class="help">{words.say("options_backup_help")}</p>
      <p class="acts">
        <button type="button" onClick={() => save("sidelight-settings.json", writeBackup(settings))}>
          {words.say("options_backup_save")}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {words.say("options_backup_restore")}
        </button>
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          aria-label={words.say("options_backup_file")}
          hidden
          onChange={({ currentTarget }) => {
            restore(currentTarget.files?.[0]).catch(fail);
            currentTarget.value = "";
          }}
        />
      </p>
      {outcome ? (
        <p role={outcome.isGood ? "status" : "alert"} class={outcome.isGood ? "help" : "problem"}>
          {outcome.text}
        </p>
      ) : null}
    </>
  );
}
