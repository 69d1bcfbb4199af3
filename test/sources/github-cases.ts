import { example, type Json, type JsonObject, patched } from "../support/github.ts";

/** Commits by two people, oldest first, as GitHub lists them. */
export const commits = (count: number): readonly Json[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${index + 1}`.padStart(7, "0").padEnd(40, "f"),
    message: `feat: step ${index + 1}\n\nSigned-off-by: someone`,
    author: index % 2 === 0 ? { name: "Coder", username: "Codertocat" } : { name: "李雷", username: "lilei" },
  }));

export const pullBody = (patch: JsonObject): JsonObject =>
  example("pull_request", patch, ({ action }) => action === "opened");

export const reviewBody = (patch: JsonObject): JsonObject => example("pull_request_review", patch);

export const issueBody = (patch: JsonObject): JsonObject =>
  example("issues", patch, ({ action }) => action === "opened");

export const releaseBody = (patch: JsonObject): JsonObject => example("release", patch);

export const runBody = (patch: JsonObject): JsonObject =>
  example(
    "workflow_run",
    patch,
    (body) => JSON.stringify(body["workflow"]).includes('"test"') && body["action"] === "completed",
  );

export const checkRunBody = (patch: JsonObject): JsonObject =>
  patched(
    example("check_run", { check_run: { app: { slug: "octocoders-linter" } } }, ({ action }) => action === "completed"),
    patch,
  );

/** GitHub's examples have none of `secret_scanning_alert`: this one is written from its documentation. */
const secretAlert: JsonObject = {
  action: "created",
  alert: {
    number: 42,
    created_at: "2026-05-06T07:08:09Z",
    updated_at: "2026-05-07T07:08:09Z",
    html_url: "https://github.com/octo/app/security/secret-scanning/42",
    state: "open",
    resolution: null,
    secret_type: "github_personal_access_token",
    secret_type_display_name: "GitHub Personal Access Token",
    secret: "ghp_never_to_be_told",
    validity: "unknown",
    publicly_leaked: false,
  },
  repository: { full_name: "octo/app", html_url: "https://github.com/octo/app" },
  sender: { login: "github", type: "Organization" },
};

export const alertBody = (event: string, patch: JsonObject): JsonObject =>
  event === "secret_scanning_alert"
    ? patched(secretAlert, patch)
    : example(event, patch, ({ action }) => action === "created");
