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
  ];
  for (const value of suspects)
    it(`suspects ${value.slice(0, 12)}…`, () => assert.equal(looksLikeSecretValue(value), true));
  for (const value of ["https://example.com/a", "eu-west-1", "AKIA", "arn:aws:iam::123456789012:role/x"]) {
    it(`does not suspect ${value}`, () => assert.equal(looksLikeSecretValue(value), false));
  }
  for (const value of [
    "",
    "true",
    "3600",
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
