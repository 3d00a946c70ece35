import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "dist/**", "cdk.out/**", ".data/**", ".cache/**"],
    allowOnly: false,
    // Modules hold nothing of a home, so files share them: loading the program for each took more time than the tests.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
