/** JSON-safe reply: Chrome's messaging turns an `Error` into `{}`, so failures travel as data. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** A map of message kinds: `{ "entry.get": { input: …; output: … } }`. */
export type Contract<M> = { [K in keyof M]: { input: unknown; output: unknown } };
export type InputOf<M, K extends keyof M> = M[K] extends { input: infer I } ? I : never;
export type OutputOf<M, K extends keyof M> = M[K] extends { output: infer O } ? O : never;

export type Ask<M> = <K extends keyof M & string>(kind: K, input: InputOf<M, K>) => Promise<OutputOf<M, K>>;

/** @typeParam Sender who asked, as the transport knows it; never taken from the message itself */
export type Handlers<M, Sender> = {
  readonly [K in keyof M]: (input: InputOf<M, K>, sender: Sender) => Promise<OutputOf<M, K>> | OutputOf<M, K>;
};

/** The far side failed: its error by name and words. */
export class RemoteError extends Error {
  override readonly name: string;
  readonly isRemote = true;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** By its mark, not its class: `content.js` asks for `card.js`, and each bundle has a class of its own. */
export const isRemote = (error: unknown): error is RemoteError =>
  error instanceof Error && (error as Partial<RemoteError>).isRemote === true;

/**
 * The asking side.
 *
 * @throws {RemoteError} what the handler threw, or that nobody answered
 */
export function client<M extends Contract<M>>(post: (message: unknown) => Promise<unknown>): Ask<M> {
  return async (kind, input) => {
    const reply = (await post({ kind, input })) as Reply | undefined;
    if (reply === undefined || reply === null) throw new RemoteError("NoAnswer", `nobody answered ${kind}`);
    if (!reply.ok) throw new RemoteError(reply.name, reply.message);
    return reply.value as never;
  };
}

/**
 * The answering side: message → reply. An unknown kind gives `undefined`, so that the transport can leave
 * the message to others. Never throws.
 */
export function serve<M extends Contract<M>, Sender>(
  handlers: Handlers<M, Sender>,
): (message: unknown, sender: Sender) => Promise<Reply> | undefined {
  return (message, sender) => {
    if (typeof message !== "object" || message === null || !("kind" in message)) return undefined;
    const { kind } = message;
    if (typeof kind !== "string" || !Object.hasOwn(handlers, kind)) return undefined;
    const handler = handlers[kind as keyof M];
    const input = "input" in message ? message.input : null;
    return (async () => handler(input as never, sender))().then(
      (value): Reply => ({ ok: true, value: value ?? null }),
      (error: unknown): Reply =>
        error instanceof Error
          ? { ok: false, name: error.name, message: error.message }
          : { ok: false, name: "Error", message: String(error) },
    );
  };
}
