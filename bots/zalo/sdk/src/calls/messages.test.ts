import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal, USER } from "../../testing/fake-answers.ts";

describe("consultation messages", () => {
  it("sends a text with the bare token header, and reads the receipt with all digits", async () => {
    const data =
      '{"message_id":"m1","user_id":246845883529197922,"sent_time":"1700000000000","quota":{"quota_type":"reply","remain":"7","total":"8","expired_date":"-"}}';
    const { client, server } = await clientOf({ text: `{"error":0,"message":"Success","data":${data}}` });
    expect(await client.sendText({ userId: USER, text: "Xin chào".normalize("NFD"), quoteMsgId: "m0" })).toEqual({
      messageId: "m1",
      userId: USER,
      sentTime: "1700000000000",
      quota: { type: "reply", remain: 7, total: 8, expires: "-" },
    });
    const seen = server.seen[0]!;
    expect([seen.method, seen.path, seen.headers["access_token"], seen.headers.authorization]).toEqual([
      "POST",
      "/v3.0/oa/message/cs",
      "at-1",
      undefined,
    ]);
    expect(server.bodies()[0]).toEqual({
      recipient: { user_id: USER },
      message: { text: "Xin chào".normalize("NFC"), quote_message_id: "m0" },
    });
  });

  it("sends buttons of every kind as a template without a type", async () => {
    const { client, server } = await clientOf(ok());
    const buttons = [
      { type: "oa.query.hide", title: "Đặt hàng", payload: "o:add:SKU1" },
      { type: "oa.query.show", title: "Xem giỏ", payload: "#gio" },
      { type: "oa.open.url", title: "Website", url: "https://shop.vn/sản-phẩm" },
      { type: "oa.open.phone", title: "Gọi", phone: "84901234567" },
      { type: "oa.open.sms", title: "SMS", phone: "84901234567", content: "Alo" },
    ] as const;
    await client.sendText({ userId: USER, text: "Chọn", buttons });
    expect(server.bodies()[0]).toEqual({
      recipient: { user_id: USER },
      message: {
        text: "Chọn",
        attachment: {
          type: "template",
          payload: {
            buttons: [
              { type: "oa.query.hide", title: "Đặt hàng", payload: "o:add:SKU1" },
              { type: "oa.query.show", title: "Xem giỏ", payload: "#gio" },
              { type: "oa.open.url", title: "Website", payload: { url: "https://shop.vn/s%E1%BA%A3n-ph%E1%BA%A9m" } },
              { type: "oa.open.phone", title: "Gọi", payload: { phone_code: "84901234567" } },
              { type: "oa.open.sms", title: "SMS", payload: { content: "Alo", phone_code: "84901234567" } },
            ],
          },
        },
      },
    });
  });

  it("refuses what is over a limit before anything is sent, and does not quote it", async () => {
    const { client, server } = await clientOf(ok());
    const button = { type: "oa.query.hide", title: "t", payload: "p" } as const;
    const tries = [
      client.sendText({ userId: USER, text: "" }),
      client.sendText({ userId: USER, text: "ạ".repeat(2001) }),
      client.sendText({ userId: USER, text: "x", buttons: Array(6).fill(button) }),
      client.sendText({ userId: USER, text: "x", buttons: [{ ...button, title: "ạ".repeat(101) }] }),
      client.sendText({ userId: USER, text: "x", buttons: [{ ...button, payload: "ạ".repeat(1001) }] }),
      client.sendImage({ userId: USER, url: "javascript:alert(1)" }),
      client.sendImage({ userId: USER, url: "https://a.vn/a.jpg", caption: "ạ".repeat(2001) }),
    ];
    for (const error of await Promise.all(tries.map(refusal))) {
      expect([error.code, error.class]).toEqual(["over-limit", "drop"]);
      expect(error.message).not.toMatch(/ạ|alert/);
    }
    expect(server.seen).toEqual([]);
  });

  it("counts letters, not the marks they are typed with", async () => {
    const { client, server } = await clientOf(ok());
    const text = "ạ".repeat(2000).normalize("NFD");
    expect(text.length).toBe(4000);
    await client.sendText({ userId: USER, text });
    expect(server.bodies()[0]).toMatchObject({ message: { text: "ạ".repeat(2000) } });
  });

  it("sends pictures, files, the form and a reaction", async () => {
    const { client, server } = await clientOf(ok());
    await client.sendImage({ userId: USER, attachmentId: "img-1", caption: "Miến dong" });
    await client.sendGif({ userId: USER, url: "https://a.vn/a.gif", width: 20, height: 10 });
    await client.sendFile({ userId: USER, token: "f-1" });
    await client.requestUserInfo({ userId: USER, title: "HTX", subtitle: "Nhận hàng", imageUrl: "https://a.vn/a.jpg" });
    await client.react({ userId: USER, msgId: "m0", icon: "/-heart" });
    const recipient = { user_id: USER };
    const media = (element: object) => ({ type: "template", payload: { template_type: "media", elements: [element] } });
    const form = { title: "HTX", subtitle: "Nhận hàng", image_url: "https://a.vn/a.jpg" };
    expect(server.bodies()).toEqual([
      { recipient, message: { text: "Miến dong", attachment: media({ media_type: "image", attachment_id: "img-1" }) } },
      {
        recipient,
        message: { attachment: media({ media_type: "gif", width: 20, height: 10, url: "https://a.vn/a.gif" }) },
      },
      { recipient, message: { attachment: { type: "file", payload: { token: "f-1" } } } },
      {
        recipient,
        message: {
          attachment: { type: "template", payload: { template_type: "request_user_info", elements: [form] } },
        },
      },
      { recipient, sender_action: { react_icon: "/-heart", react_message_id: "m0" } },
    ]);
    expect(server.seen[4]!.path).toBe("/v2.0/oa/message");
  });
});
