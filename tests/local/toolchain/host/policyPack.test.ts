import { strict as assert } from "node:assert";
import { PassThrough } from "node:stream";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient, AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { PolicyPackProxy } from "../../../../local/toolchain/host/policyPack";

describe("policy pack proxy", () => {
  let proxy: PolicyPackProxy;
  let client: AnalyzerClient;
  const servers: grpc.Server[] = [];
  beforeEach(async () => {
    proxy = await PolicyPackProxy.listen();
    client = new AnalyzerClient(`127.0.0.1:${proxy.port}`, grpc.credentials.createInsecure());
  });
  afterEach(async () => {
    client.close();
    await proxy.close();
    servers.splice(0).forEach((server) => server.forceShutdown());
  });

  /** A pack that answers Analyze with the type it was asked about, as a line on its standard output. */
  const startPack = async (configured: string[] = []): Promise<PassThrough> => {
    const server = new grpc.Server();
    server.addService(AnalyzerService as unknown as grpc.ServiceDefinition, {
      analyze: ((call, callback) => {
        const diagnostic = new analyzer.AnalyzeDiagnostic();
        diagnostic.setMessage(call.request.getType());
        const response = new analyzer.AnalyzeResponse();
        response.setDiagnosticsList([diagnostic]);
        callback(null, response);
      }) as grpc.handleUnaryCall<analyzer.AnalyzeRequest, analyzer.AnalyzeResponse>,
      analyzeStack: ((_, callback) => {
        callback({ code: grpc.status.INVALID_ARGUMENT, details: "no resources" });
      }) as grpc.handleUnaryCall<analyzer.AnalyzeStackRequest, analyzer.AnalyzeResponse>,
      configureStack: ((call, callback) => {
        configured.push(call.request.getStack());
        callback(null, new analyzer.AnalyzerStackConfigureResponse());
      }) as grpc.handleUnaryCall<analyzer.AnalyzerStackConfigureRequest, analyzer.AnalyzerStackConfigureResponse>,
    });
    servers.push(server);
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (e, p) => (e ? reject(e) : resolve(p))),
    );
    const output = new PassThrough();
    output.write(`${port}\nthe pack's own words\n`);
    return output;
  };
  const analyze = (type: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const request = new analyzer.AnalyzeRequest();
      request.setType(type);
      client.analyze(request, (e, answer) => (e ? reject(e) : resolve(answer.getDiagnosticsList()[0]!.getMessage())));
    });
  const configure = (stack: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const request = new analyzer.AnalyzerStackConfigureRequest();
      request.setStack(stack);
      client.configureStack(request, (error) => (error ? reject(error) : resolve()));
    });

  it("takes the stack's configuration before there is a pack, and hands it on", async () => {
    await configure("dev");
    assert.equal((await proxy.configuration)?.getStack(), "dev");
    const configured: string[] = [];
    const answer = analyze("aws:s3/bucket:Bucket");
    const passedOn: string[] = [];
    proxy.attach(await startPack(configured), (rest) => passedOn.push(rest.toString()));
    assert.equal(await answer, "aws:s3/bucket:Bucket");
    assert.deepEqual(configured, ["dev"]);
    assert.deepEqual(passedOn, ["the pack's own words\n"]);
  });

  it("goes without configuration when the engine asks something else first", async () => {
    const answer = analyze("t");
    assert.equal(await proxy.configuration, undefined);
    proxy.attach(await startPack(), () => undefined);
    assert.equal(await answer, "t");
  });

  it("passes the pack's own errors on with code and text", async () => {
    proxy.attach(await startPack(), () => undefined);
    const failed = new Promise((resolve) => client.analyzeStack(new analyzer.AnalyzeStackRequest(), resolve));
    const { code, details } = (await failed) as grpc.ServiceError;
    assert.deepEqual([code, details], [grpc.status.INVALID_ARGUMENT, "no resources"]);
  });

  it("fails what waits for a pack that has ended", async () => {
    const waiting = assert.rejects(analyze("t"), /policy pack not started: it ended with exit code 1/);
    await proxy.configuration;
    proxy.fail(new Error("it ended with exit code 1"));
    await waiting;
  });

  it("says why before it closes", async () => {
    const waiting = assert.rejects(analyze("t"), /policy pack not started: it ended with exit code 1/);
    await proxy.configuration;
    proxy.fail(new Error("it ended with exit code 1"));
    await proxy.close();
    await waiting;
  });

  it("fails what waits for a pack that prints something else than its port", async () => {
    const waiting = assert.rejects(analyze("t"), /printed "Debugger attached" where its port was expected/);
    await proxy.configuration;
    const output = new PassThrough();
    proxy.attach(output, () => undefined);
    output.write("Debugger attached\n");
    await waiting;
  });
});
