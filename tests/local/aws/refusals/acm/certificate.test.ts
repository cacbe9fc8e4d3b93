import { strict as assert } from "node:assert";
import { arn, deletion, expectRefusal, stored, table } from "../support";

const type = "aws:acm/certificate:Certificate";
const certificateArn = arn("acm", "certificate/c");

describe("acm/certificate", () => {
  table({
    type,
    base: { domainName: "app.example.com", validationMethod: "DNS", subjectAlternativeNames: ["*.example.com"] },
    refuses: {
      "a URL": [{ domainName: "https://app.example.com" }, "InvalidParameterException", "app.example.com"],
      "a host without domain": [{ domainName: "localhost" }, "InvalidParameterException"],
      "a star in the middle": [{ subjectAlternativeNames: ["app.*.com"] }, "InvalidParameterException"],
      "another method": [{ validationMethod: "dns" }, "InvalidParameterException", "DNS"],
    },
  });
  it("refuses to delete a certificate that a listener uses", () => {
    const certificate = stored(type, certificateArn, {}, { arn: certificateArn });
    const listener = stored("aws:lb/listener:Listener", "l", { certificateArn });
    expectRefusal(deletion(certificate, [listener]), "ResourceInUseException", "Listener l");
    assert.deepEqual(deletion(certificate, []), []);
  });
});
