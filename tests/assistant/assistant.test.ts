/** The client of a model over real HTTP: what it sends, what it believes, and that nothing of it ever throws. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BUDGET_MS, openAssistant } from "../../shared/adapters/openai/assistant.ts";
import { type ModelQuestion } from "../../shared/ports/assistant.ts";
import { assistantSettings } from "../../shared/settings.ts";
import { settableClock } from "../fakes/clock.ts";
import { collectingLog } from "../fakes/log.ts";
import { type Personality, startStubModel, type StubModel } from "./stub-model.ts";

const QUESTION: ModelQuestion = {
  message: "zxcvb 2 túi ấy",
  products: [
    { ref: 1, name: "Miến dong", units: ["gói"] },
    { ref: 2, name: "Hạt dẻ", units: ["kg"] },
  ],
};

let stub: StubModel;
beforeAll(async () => {
  stub = await startStubModel();
});
afterAll(() => stub.close());
beforeEach(() => {
  stub.asked.length = 0;
});

function open(personality: Personality, { apiKey = "sk-test", baseUrl = stub.baseUrl, ...own } = {}) {
  const clock = settableClock();
  const log = collectingLog();
  const budgets: number[] = [];
  const context = { fetch, ...own };
  stub.become(personality);
  const assistant = openAssistant({
    settings: { baseUrl, model: "small", apiKey },
    fetch: context.fetch,
    clock,
    log,
    timeout: (milliseconds) => {
      budgets.push(milliseconds);
      const out = new AbortController();
      stub.onSilence(() => {
        clock.advance(milliseconds);
        out.abort();
      });
      return out.signal;
    },
  });
  return { assistant, clock, log, budgets };
}

describe("a question", () => {
  it("is one request for Chat Completions, in which what people wrote is data alone", async () => {
    const { assistant } = open("greedy");
    await assistant.propose(QUESTION);
    const [{ path, headers, body, question } = stub.asked[0]!] = stub.asked;
    expect([path, headers.authorization, question]).toEqual(["/v1/chat/completions", "Bearer sk-test", QUESTION]);
    const sent = JSON.parse(body) as { model: string; messages: { role: string; content: string }[] };
    expect(Object.keys(sent)).toEqual(["model", "messages", "response_format"]);
    expect(sent.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(sent.messages[0]?.content).not.toContain("zxcvb");
    expect(sent).toMatchObject({ response_format: { type: "json_schema", json_schema: { strict: true } } });
  });

  it("is answered by a proposal", async () => {
    const { assistant } = open("greedy");
    expect(await assistant.propose(QUESTION)).toEqual({
      outcome: "proposal",
      proposal: {
        intent: "order",
        items: [
          { ref: 1, quantity: 3, unit: "gói" },
          { ref: 2, quantity: 3, unit: "kg" },
        ],
      },
    });
  });
});

describe("no proposal comes", () => {
  it.each([
    ["maker of prices", "nonsense"],
    ["speaker for the customer", "nonsense"],
    ["commander", "nonsense"],
    ["stammerer", "nonsense"],
    ["chatterbox", "nonsense"],
    ["wrong list", "nonsense"],
    ["parrot", "nonsense"],
    ["no JSON at all", "nonsense"],
    ["empty", "nonsense"],
    ["huge", "nonsense"],
    ["broken", "no-answer"],
    ["busy", "no-answer"],
    ["elsewhere", "no-answer"],
    ["hanger-up", "no-answer"],
    ["silent", "no-answer"],
    ["dripping", "no-answer"],
  ] as const)("from the %s: %s", async (personality, why) => {
    const { assistant, log } = open(personality);
    expect(await assistant.propose(QUESTION)).toEqual({ outcome: "none", why });
    expect(stub.asked.map(({ path }) => path)).not.toContain("/stolen");
    expect(JSON.stringify(log.entries)).not.toMatch(/zxcvb|Miến|sk-test/);
  });
});

describe("trouble", () => {
  it("is met with one more try, within the same 8 s", async () => {
    for (const [personality, tries] of [
      ["broken", 2],
      ["hanger-up", 2],
      ["busy", 1],
      ["silent", 1],
      ["stammerer", 1],
    ] as const) {
      stub.asked.length = 0;
      const { assistant, budgets } = open(personality);
      await assistant.propose(QUESTION);
      expect([personality, stub.asked.length, budgets]).toEqual([personality, tries, [BUDGET_MS]]);
    }
  });

  it("is not tried again where too little of the time is left", async () => {
    const slow = settableClock();
    let tries = 0;
    const assistant = openAssistant({
      settings: { baseUrl: stub.baseUrl, model: "small" },
      fetch: () => {
        tries += 1;
        slow.advance(7000);
        return Promise.reject(new Error("lost"));
      },
      clock: slow,
      log: collectingLog(),
      timeout: () => new AbortController().signal,
    });
    expect([await assistant.propose(QUESTION), tries]).toEqual([{ outcome: "none", why: "no-answer" }, 1]);
  });

  it("leaves the model alone for half a minute, so that a chat's next messages do not wait again", async () => {
    const { assistant, clock } = open("silent");
    await assistant.propose(QUESTION);
    stub.become("greedy");
    for (let message = 0; message < 4; message++)
      expect(await assistant.propose(QUESTION)).toEqual({ outcome: "none", why: "not-asked" });
    expect(stub.asked).toHaveLength(1);
    clock.advance(30_000);
    expect((await assistant.propose(QUESTION)).outcome).toBe("proposal");
  });

  it("of a slow answer lets the answer count and rests too", async () => {
    const clock = settableClock();
    const fetchSlowly: typeof fetch = (...request) => {
      clock.advance(2500);
      return fetch(...request);
    };
    stub.become("greedy");
    const settings = { baseUrl: stub.baseUrl, model: "small" };
    const assistant = openAssistant({ settings, fetch: fetchSlowly, clock, log: collectingLog() });
    expect((await assistant.propose(QUESTION)).outcome).toBe("proposal");
    expect(await assistant.propose(QUESTION)).toEqual({ outcome: "none", why: "not-asked" });
  });

  it("asks at most four at once", async () => {
    let let4Go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (let4Go = resolve));
    const { assistant } = open("greedy", {
      fetch: async (...request: Parameters<typeof fetch>) => {
        await gate;
        return fetch(...request);
      },
    } as never);
    const waiting = Array.from({ length: 4 }, () => assistant.propose(QUESTION));
    expect(await assistant.propose(QUESTION)).toEqual({ outcome: "none", why: "not-asked" });
    let4Go();
    expect((await Promise.all(waiting)).map(({ outcome }) => outcome)).toEqual(Array(4).fill("proposal"));
  });
});

describe("the doctor", () => {
  it.each([
    ["greedy", undefined],
    ["broken", "HTTP 500"],
    ["busy", "quota"],
    ["chatterbox", "not in the form"],
    ["silent", "too late"],
  ] as const)("hears of the %s: %s", async (personality, says) => {
    const problems = await open(personality).assistant.diagnose();
    expect(says === undefined ? problems.length : problems.join(" ").includes(says)).toEqual(
      says === undefined ? 0 : true,
    );
    expect(problems.join(" ")).not.toContain("sk-test");
  });
});

describe("settings of the model", () => {
  it.each([
    [{}, undefined],
    [{ OPENAI_MODEL: "small" }, undefined],
    [{ OPENAI_API_KEY: "sk-1" }, { baseUrl: "https://api.openai.com/v1", model: "gpt-4.1-mini", apiKey: "sk-1" }],
    [{ OPENAI_BASE_URL: "http://localhost:11434" }, { baseUrl: "http://localhost:11434/v1", model: "gpt-4.1-mini" }],
    [{ OPENAI_BASE_URL: "http://localhost:11434/" }, { baseUrl: "http://localhost:11434/v1", model: "gpt-4.1-mini" }],
    [{ OPENAI_BASE_URL: "http://10.0.0.5:8000/v1/" }, { baseUrl: "http://10.0.0.5:8000/v1", model: "gpt-4.1-mini" }],
    [
      { OPENAI_BASE_URL: "https://gateway.example/openai", OPENAI_MODEL: "qwen2.5:7b" },
      { baseUrl: "https://gateway.example/openai", model: "qwen2.5:7b" },
    ],
  ] as const)("of %j are %j", (env, settings) => {
    expect(assistantSettings(env)).toEqual({ settings, problems: [] });
  });

  it.each([
    { OPENAI_API_KEY: "undefined" },
    { OPENAI_API_KEY: "sk 1" },
    { OPENAI_BASE_URL: "http://evil.example/v1" },
    { OPENAI_BASE_URL: "https://user:pass@evil.example/v1" },
    { OPENAI_BASE_URL: "ftp://localhost" },
    { OPENAI_API_KEY: "sk-1", OPENAI_MODEL: "a b" },
  ])("of %j are refused with a cure, and nobody is asked", (env) => {
    const { settings, problems } = assistantSettings(env);
    expect([settings, problems.length]).toEqual([undefined, 1]);
  });
});
