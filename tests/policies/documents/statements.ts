import { type PolicyDocument, parseDocument } from "../../../policies/documents/document";
import { MalformedDocument } from "../../../policies/documents/malformedDocument";
import type { Statement } from "../../../policies/documents/statement";
import { snsPolicy } from "../../../policies/observability/snsPolicy";
import { Node } from "../../../policies/shared/node";
import { contextOf } from "../../support/policy";

/** Short forms for the documents of these tests. */
export const { settings } = contextOf(snsPolicy);
export const own = "123456789012";
export const foreign = "210987654321";
export const reading = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

export const parse = (written: unknown): PolicyDocument => parseDocument(new Node(written, "policy"));

/** The one statement of a document, with changes to an ordinary one. */
export const statementOf = (change: object): Statement =>
  parse({ Statement: [{ ...reading, ...change }] }).statements[0] as Statement;

/** A statement of a resource's document that lets somebody publish. */
export const letting = (Principal: unknown, Condition?: object): Statement =>
  statementOf({ Principal, Action: "sns:Publish", Condition });

/** Why AWS would refuse the document, after the path that is at fault; undefined when nothing is. */
export function faultOf(written: unknown): string | undefined {
  try {
    parse(written);
    return undefined;
  } catch (error) {
    if (!(error instanceof MalformedDocument)) throw error;
    return `${error.path}: ${error.fault}`;
  }
}
