import { expect, it } from "vitest";
import { tellProblems } from "../../local/tell-problems.ts";
import { type Channel, type Channels } from "../../shared/ports/channel.ts";

it("tells what is wrong with each channel, and waits neither for ever nor for the others", async () => {
  const diagnoses: Record<string, Channel["diagnose"]> = {
    fine: () => Promise.resolve([]),
    wrong: () => Promise.resolve(["The token is refused: set another.", "No webhook is set: set one."]),
    broken: () => Promise.reject(new Error("The provider is away.")),
    hanging: () => new Promise(() => undefined),
    silent: undefined,
  };
  const channels: Channels = {
    names: Object.keys(diagnoses),
    get: (name) => Promise.resolve({ diagnose: diagnoses[name] } as Channel),
  };
  const told: string[] = [];
  await tellProblems(channels, (sentence) => told.push(sentence), 50);
  expect(told.sort()).toEqual([
    "broken: The provider is away.",
    "hanging: its provider gave no answer in 0.05 s: npm run doctor asks again.",
    "wrong: No webhook is set: set one.",
    "wrong: The token is refused: set another.",
  ]);
});
