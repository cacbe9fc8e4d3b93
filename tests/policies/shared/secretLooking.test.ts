import { strict as assert } from "node:assert";
import { isHarmlessValue, looksLikeSecretName, looksLikeSecretValue } from "../../../policies/shared/secretLooking";

describe("secret-looking names", () => {
  for (const name of [
    "DB_PASSWORD",
    "dbPassword",
    "github-token",
    "API_KEY",
    "apiKey",
    "AWS_ACCESS_KEY_ID",
    "JWT_SECRET",
    "TOKEN_2",
    "PGPASSWORD",
    "mysqlpassword",
    "DB_PASSWORD1",
    "DD_APIKEY",
    "splunk-token",
    "SECRET_KEY_BASE",
    "ECS_ENGINE_AUTH_DATA",
  ]) {
    it(`suspects ${name}`, () => assert.equal(looksLikeSecretName(name), true));
  }
  for (const name of [
    "TOKEN_URL",
    "SECRET_ARN",
    "PASSWORD_MIN_LENGTH",
    "KEY_ID",
    "COMPASS",
    "MONKEY",
    "LOG_LEVEL",
    "SECRET_NAME",
    "BYPASS",
    "MAX_TOKENS",
    "PASSWORD_FILE",
  ]) {
    it(`does not suspect ${name}`, () => assert.equal(looksLikeSecretName(name), false));
  }
});

describe("secret-looking values", () => {
  const suspects = [
    `AKIA${"A1B2C3D4".repeat(2)}`,
    `ghp_${"a1B2c3".repeat(6)}`,
    "-----BEGIN RSA PRIVATE KEY-----\nabc",
    "postgres://admin:hunter2@db.internal:5432/shop",
    `https://hooks.slack.com/services/T${"0A1B2C3D"}/B${"0A1B2C3D"}/${"a1B2".repeat(6)}`,
    `pul-${"0a1b2c3d".repeat(5)}`,
    `sk-proj-${"a1B2".repeat(6)}`,
    `AIza${"a1B2_".repeat(7)}`,
    `SG.${"a".repeat(22)}.${"b".repeat(43)}`,
  ];
  for (const value of suspects)
    it(`suspects ${value.slice(0, 12)}…`, () => assert.equal(looksLikeSecretValue(value), true));
  for (const value of [
    "https://example.com/a",
    "eu-west-1",
    "AKIA",
    "arn:aws:iam::123456789012:role/x",
    "postgres://app:${DB_PASSWORD}@db.internal/shop",
    "amqp://guest:<password>@queue",
    "sk-a-name-in-many-short-words",
  ]) {
    it(`does not suspect ${value}`, () => assert.equal(looksLikeSecretValue(value), false));
  }
  for (const value of [
    "",
    "true",
    "3600",
    "yes",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf",
    "/app/db/password",
  ]) {
    it(`calls ${JSON.stringify(value)} harmless`, () => assert.equal(isHarmlessValue(value), true));
  }
  it("does not call a password harmless", () => assert.equal(isHarmlessValue("hunter2"), false));
  it("answers at once on hostile input", () => {
    const hostile = `://${"a:".repeat(200_000)}`;
    assert.equal(looksLikeSecretValue(hostile), false);
  });
});
