import tseslint from "typescript-eslint";

/** Sizes are guards, not goals: see CONTRIBUTING.md. */
const sizes = {
  "max-lines": ["error", { max: 250 }],
  "max-lines-per-function": ["error", { max: 40, skipComments: true, skipBlankLines: true }],
};

const tests = ["**/*.test.ts", "tests/**/*.ts"];

export default tseslint.config(
  {
    ignores: ["**/node_modules/", "dist/", "cdk.out/", ".data/", ".cache/", "**/*.mjs", "**/*.js", "vitest.config.ts"],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./tsconfig.browser.json", "./infra/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...sizes,
      eqeqeq: "error",
      "no-console": "error",
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "zod", message: "Use zod/mini: the whole of zod weighs 454 KB in a bundle." },
            { name: "grammy", message: "Use grammy/web: grammy breaks when minified." },
          ],
        },
      ],
      "no-restricted-properties": [
        "error",
        { object: "process", property: "env", message: "Read settings through shared/settings.ts." },
      ],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx", "hack"] }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
    },
  },
  {
    files: tests,
    rules: {
      "max-lines-per-function": "off",
      "no-console": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-restricted-properties": [
        "error",
        { object: "it", property: "skip", message: "A skipped test says why: use it.skipIf with a printed reason." },
        { object: "it", property: "only" },
        { object: "describe", property: "only" },
        { object: "describe", property: "skip" },
      ],
    },
  },
  { files: ["local/commands/**/*.ts", "local/main.ts", "tests/bench/**/*.ts"], rules: { "no-console": "off" } },
  { files: ["shared/settings.ts", "local/ensure.mjs"], rules: { "no-restricted-properties": "off" } },
);
