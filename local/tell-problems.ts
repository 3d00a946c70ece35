/** What is wrong with the accounts of a real shop's channels, told beside the greeting; nothing waits for it. */
import { SECOND } from "../shared/domain/time.ts";
import { type Channels } from "../shared/ports/channel.ts";

/** A provider that does not answer is no reason to wait for ever. */
const PATIENCE_MS = 15 * SECOND;

/** Tells one sentence after another as they are known; never rejects. */
export async function tellProblems(
  channels: Channels,
  tell: (sentence: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  await Promise.all(
    channels.names.map(async (name) => {
      for (const problem of await problemsOf(channels, name, patienceMs)) tell(`${name}: ${problem}`);
    }),
  );
}

async function problemsOf(channels: Channels, name: string, patienceMs: number): Promise<readonly string[]> {
  const late = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => {
    late.resolve([`its provider gave no answer in ${patienceMs / SECOND} s: npm run doctor asks again.`]);
  }, patienceMs).unref();
  try {
    const asked = channels.get(name).then(async (channel) => (await channel?.diagnose?.()) ?? []);
    return await Promise.race([asked, late.promise]);
  } catch (error) {
    return [
      error instanceof Error ? error.message : "it can't be asked what is wrong with it: npm run doctor says more.",
    ];
  } finally {
    clearTimeout(timer);
  }
}
