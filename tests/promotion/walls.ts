/** Walls for tests: each plays the answers it was given, and keeps what was posted on it. */
import { type PostCopy } from "../../shared/domain/promotion.ts";
import { type Channel, type ChannelManifest, type Channels, type Posted } from "../../shared/ports/channel.ts";

export type Answer = Posted | Error | "crash";

export type Wall = Channel & { readonly posted: PostCopy[]; asked: number; post(copy: PostCopy): Promise<Posted> };

export const posted = (ref: string): Posted => ({ outcome: "posted", ref });

const manifest = (name: string, more: Partial<ChannelManifest>): ChannelManifest => ({
  name,
  title: name,
  chat: true,
  wall: `Wall of ${name}`,
  settings: [],
  limits: { text: 4096, caption: 1024, buttons: 5, buttonTitle: 64, payloadBytes: 64 },
  abilities: { photos: true, links: true, askContact: false, polling: false },
  ...more,
});

/** `answers` are played one a call, the last one for ever. `crash` never comes back, as when the process dies. */
export function wall(
  name: string,
  {
    answers = [posted("1")],
    checks = [],
    ...more
  }: Partial<ChannelManifest> & { answers?: readonly Answer[]; checks?: readonly Answer[] } = {},
): Wall {
  const play = (list: readonly Answer[], turn: number): Promise<Posted> => {
    const answer = list[Math.min(turn, list.length - 1)];
    if (answer === "crash") return new Promise(() => undefined);
    if (answer === undefined || answer instanceof Error)
      return Promise.reject(answer ?? new Error("No answer is left"));
    return Promise.resolve(answer);
  };
  const one: Wall = {
    manifest: manifest(name, more),
    account: "1",
    posted: [],
    asked: 0,
    send: () => Promise.reject(new Error("Nobody is written to here")),
    chatLink: (code) => `https://chat.test/${name}?start=${code ?? ""}`,
    post(copy) {
      one.posted.push(copy);
      return play(answers, one.posted.length - 1);
    },
    check: () => play(checks, one.asked++),
  };
  return one;
}

export const channelsOf = (...walls: readonly Wall[]): Channels => ({
  names: walls.map(({ manifest: { name } }) => name),
  get: (name) => Promise.resolve(walls.find((one) => one.manifest.name === name)),
});
