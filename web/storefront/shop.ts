/** What every page knows of the shop: its name, today, where to talk, and how pictures are reached. */
import { type IsoDate, vietnamDate } from "../../shared/domain/time.ts";
import { type App, type Shop } from "../../shared/ports/app.ts";

/** A place to talk to the shop, other than the page itself. */
export type Door = { channel: string; title: string; readonly link: (code?: string) => string };

export type Storefront = {
  shop: Shop;
  today: IsoDate;
  doors: readonly Door[];
  readonly photoUrl: (photo: string) => string;
};

export async function lookAround(app: App): Promise<Storefront> {
  const { shop, blobs, clock } = app;
  return {
    shop,
    today: vietnamDate(clock.now()),
    doors: await findDoors(app),
    photoUrl: (photo) => homely(shop, photo.startsWith("https://") ? photo : blobs.publicUrl(photo)),
  };
}

async function findDoors({ channels, shop }: App): Promise<readonly Door[]> {
  const opened = await Promise.all(channels.names.map((name) => channels.get(name)));
  const doors = opened.flatMap((channel) => {
    if (!channel?.manifest.chat || channel.manifest.name === "webchat") return [];
    const { name, title } = channel.manifest;
    // In the sample shop the pretended Zalo and Telegram live in the simulator alone.
    const sample = (code?: string) => `/simulator?phone=${name}${code === undefined ? "" : `&start=${code}`}`;
    return [{ channel: name, title, link: shop.sample ? sample : (code?: string) => channel.chatLink(code) }];
  });
  // Customers are on Zalo first of all.
  return doors.toSorted((one, other) => Number(other.channel === "zalo") - Number(one.channel === "zalo"));
}

/** Our own addresses without their origin: the page may have been reached by another name of this machine. */
const homely = ({ publicUrl }: Shop, url: string): string =>
  url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url;
