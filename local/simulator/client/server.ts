/** What the page asks of the simulator, and does through it. */
import { type Screens } from "./screens.ts";

const API = "/simulator/api";
const LOOK_MS = 400;

/** Calls back at once, and whenever something changed; `undefined` while the shop does not answer. */
export function watchScreens(show: (screens: Screens | undefined) => void): void {
  let seen = "";
  const look = async () => {
    if (!document.hidden) {
      try {
        const response = await fetch(`${API}/screens?seen=${seen}`);
        if (response.status === 200) {
          seen = response.headers.get("x-version") ?? "";
          show((await response.json()) as Screens);
        }
      } catch {
        seen = "";
        show(undefined);
      }
    }
    setTimeout(() => void look(), LOOK_MS);
  };
  void look();
}

/** Throws what went wrong, in words. */
export async function act(phone: string, name: string, body: object): Promise<void> {
  await post(`${API}/phones/${phone}/${name}`, "application/json", JSON.stringify(body));
}

export async function sendPhoto(phone: string, file: File, caption: string): Promise<void> {
  await post(`${API}/phones/${phone}/photo?caption=${encodeURIComponent(caption)}`, file.type, file);
}

export async function listStaff(): Promise<{ id: string; name: string }[]> {
  return (await (await fetch(`${API}/staff`)).json()) as { id: string; name: string }[];
}

async function post(path: string, type: string, body: BodyInit): Promise<void> {
  const response = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
  const { error, delivered } = (await response.json()) as { error?: string; delivered?: number };
  if (error !== undefined) throw new Error(error);
  if (delivered !== 200) throw new Error(String(delivered));
}
