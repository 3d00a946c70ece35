/** What may hang on a message that came by the webhook. */
import { idOf, listOf, numberOf, present, recordOf, textOf, type JsonRecord } from "./json.ts";

export type Attachment =
  | {
      readonly kind: "image" | "gif" | "video" | "link";
      readonly url: string;
      readonly thumbnail?: string;
      readonly description?: string;
    }
  | { readonly kind: "audio"; readonly url: string }
  | { readonly kind: "sticker"; readonly id?: string; readonly url?: string }
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number }
  | {
      readonly kind: "file";
      readonly url: string;
      readonly name?: string;
      /** Bytes. */
      readonly size?: number;
      readonly contentType?: string;
      readonly checksum?: string;
    }
  /** A type we do not know, or one whose content is missing. */
  | { readonly kind: "unknown"; readonly type: string };

/** `fallbackType` is the type in the event's name: some attachments carry none of their own. */
export function parseAttachments(value: unknown, fallbackType: string): readonly Attachment[] {
  return listOf(value).map((item) => {
    const type = textOf(recordOf(item)["type"]) ?? fallbackType;
    return parseAttachment(type, recordOf(recordOf(item)["payload"])) ?? { kind: "unknown", type };
  });
}

function parseAttachment(type: string, payload: JsonRecord): Attachment | undefined {
  const url = textOf(payload["url"]);
  switch (type) {
    case "image":
    case "gif":
    case "video":
    case "link": {
      if (url === undefined) return undefined;
      const details = { thumbnail: textOf(payload["thumbnail"]), description: textOf(payload["description"]) };
      return { kind: type, url, ...present(details) };
    }
    case "audio":
      return url === undefined ? undefined : { kind: "audio", url };
    case "sticker":
      return { kind: "sticker", ...present({ id: idOf(payload["id"]), url }) };
    case "location":
      return locationOf(recordOf(payload["coordinates"]));
    case "file":
      return url === undefined ? undefined : { kind: "file", url, ...fileDetails(payload) };
    default:
      return undefined;
  }
}

function fileDetails(payload: JsonRecord) {
  return present({
    name: textOf(payload["name"]),
    size: numberOf(payload["size"]),
    contentType: textOf(payload["type"]),
    checksum: textOf(payload["checksum"]),
  });
}

/** Zalo writes coordinates as strings. Degrees; a place off the globe is no place. */
function locationOf(coordinates: JsonRecord): Attachment | undefined {
  const latitude = numberOf(coordinates["latitude"]);
  const longitude = numberOf(coordinates["longitude"]);
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return { kind: "location", latitude, longitude };
}
