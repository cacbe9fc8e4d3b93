import eslint from "@eslint/js";
import pulumi from "@pulumi/eslint-plugin";
import globals from "globals";
import tseslint from "typescript-eslint";

/** Imports go one way: a published folder knows nothing outside itself, and nothing that is deployed knows `local`. */
const forbid = (...group) => ({
  "no-restricted-imports": [
    "error",
    { patterns: [{ group, message: "Imports go one way: see the layout in README.md." }] },
  ],
});

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/bin/**",
      "**/dist/**",
      ".local/**",
      "coverage/**",
      "reports/**",
      ".stryker-tmp/**",
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,mjs,js}"],
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: "error",
      "no-console": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "separate-type-imports" }],
    },
  },
  { files: ["**/*.{js,cjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["infra/**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "@pulumi": pulumi },
    rules: {
      "@pulumi/no-output-instance-in-template-literal": "error",
      "@pulumi/no-output-in-template-literal": "error",
    },
  },
  { files: ["infra/*.ts"], rules: forbid("**/local/**", "**/policies/**", "**/tests/**", "**/app/**") },
  { files: ["infra/components/*.ts"], rules: forbid("../*", "**/local/**", "**/policies/**", "**/tests/**") },
  // A component knows its own folder and what all share.
  {
    files: ["infra/components/*/**/*.ts"],
    rules: forbid("../../*", "../*/*", "!../shared/*", "**/local/**", "**/policies/**", "**/tests/**"),
  },
  { files: ["policies/*.ts"], rules: forbid("../*", "**/infra/**", "**/local/**", "@pulumi/aws", "@pulumi/aws/*") },
  {
    files: ["policies/*/**/*.ts"],
    rules: forbid("**/infra/**", "**/local/**", "**/tests/**", "@pulumi/aws", "@pulumi/aws/*"),
  },
  { files: ["app/**/*.ts"], rules: forbid("**/infra/**", "**/local/**", "**/policies/**") },
  { files: ["policies/**/*.ts"], rules: { "no-console": ["error", { allow: ["error"] }] } },
  { files: ["policies/cli/**/*.ts"], rules: { "no-console": "off" } },
);
