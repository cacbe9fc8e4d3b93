import { createRequire } from "node:module";
import type * as analyzerPb from "@pulumi/pulumi/proto/analyzer_pb";

interface Method<Request> {
  requestDeserialize: (bytes: Buffer) => Request;
}

interface Service {
  configure: Method<analyzerPb.ConfigureAnalyzerRequest>;
  analyze: Method<analyzerPb.AnalyzeRequest>;
  analyzeStack: Method<analyzerPb.AnalyzeStackRequest>;
}

// The very module that `@pulumi/policy` serves: another copy of `@pulumi/pulumi` would not be asked.
const fromPolicy = createRequire(require.resolve("@pulumi/policy"));

export const { EnforcementLevel } = fromPolicy("@pulumi/pulumi/proto/analyzer_pb") as typeof analyzerPb;

/**
 * The definition of the protocol that the pack speaks. The SDK shows policies less than the engine sends; whoever looks
 * at a request as it is decoded sees all of it. Only before the pack starts: then the server takes these functions.
 */
export const { AnalyzerService } = fromPolicy("@pulumi/pulumi/proto/analyzer_grpc_pb") as { AnalyzerService: Service };
