import { describe, expect, it } from "vitest";
import { clientOf, ok, refusal, USER } from "../../testing/fake-answers.ts";

describe("template messages", () => {
  it("go by user id", async () => {
    const { client, server } = await clientOf(ok({ message_id: "t-1", user_id: USER }));
    const data = { order_code: "K7Q2" };
    expect(await client.sendTemplate({ userId: USER, templateId: "101", data })).toEqual({
      messageId: "t-1",
      userId: USER,
    });
    expect(server.seen[0]!.path).toBe("/v3.0/oa/message/template");
    expect(server.bodies()[0]).toEqual({ user_id: USER, template_id: "101", template_data: data });
  });

  it.each(["0987654321", "+84 987 654 321", "84987654321", "987654321"])("go by the phone %s", async (phone) => {
    const { client, server } = await clientOf(ok({ msg_id: "t-2", sent_time: "1700000000000" }));
    const message = { phone, templateId: "101", data: {}, trackingId: "order-1-shipped", development: true };
    expect(await client.sendTemplateByPhone(message)).toEqual({ messageId: "t-2", sentTime: "1700000000000" });
    expect(server.seen[0]!.path).toBe("/message/template");
    expect(server.bodies()[0]).toEqual({
      phone: "84987654321",
      template_id: "101",
      template_data: {},
      tracking_id: "order-1-shipped",
      mode: "development",
    });
  });

  it("do not go to what is no Vietnamese phone, nor with a long tracking id", async () => {
    const { client, server } = await clientOf(ok());
    const message = { phone: "0987654321", templateId: "101", data: {}, trackingId: "x" };
    const wrong = await refusal(client.sendTemplateByPhone({ ...message, phone: "+1 555 010 0199" }));
    expect([wrong.code, wrong.message.includes("555")]).toEqual(["over-limit", false]);
    const long = client.sendTemplateByPhone({ ...message, trackingId: "x".repeat(49) });
    expect((await refusal(long)).code).toBe("over-limit");
    expect(server.seen).toEqual([]);
  });
});
