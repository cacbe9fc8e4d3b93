import { UNKNOWN } from "../../../../../local/aws/refusals/contract";
import { region, table } from "../support";

const widget = {
  type: "metric",
  x: 0,
  y: 0,
  width: 12,
  height: 6,
  properties: { region, metrics: [["AWS/ECS", "CPU"]] },
};
const body = (...widgets: unknown[]): { dashboardBody: string } => ({ dashboardBody: JSON.stringify({ widgets }) });
const code = "InvalidParameterInput";

describe("cloudwatch/dashboard", () => {
  table({
    type: "aws:cloudwatch/dashboard:Dashboard",
    base: { dashboardName: "service", ...body(widget) },
    accepts: {
      "text and alarms": body(
        { type: "text", properties: { markdown: "# Service" } },
        { type: "alarm", properties: { alarms: ["arn"] } },
      ),
      "an unknown body": { dashboardBody: UNKNOWN },
      "no widgets": body(),
    },
    refuses: {
      "a space in the name": [{ dashboardName: "my dash" }, "InvalidParameterValue", "letters, digits"],
      "a body that is not JSON": [{ dashboardBody: "{widgets: []}" }, code, "not JSON"],
      "a list": [{ dashboardBody: "[]" }, code, "must be an object"],
      "no list of widgets": [{ dashboardBody: "{}" }, code, "no list of widgets"],
      "another widget": [body({ ...widget, type: "graph" }), code, "widgets[0].type"],
      "25 columns": [body({ ...widget, width: 25 }), code, "1 to 24"],
      "a widget without properties": [body({ type: "text" }), code, "no properties"],
      "metrics without region": [body({ ...widget, properties: { metrics: [] } }), code, "no region"],
      "text without markdown": [body({ type: "text", properties: { text: "x" } }), code, "no markdown"],
    },
  });
});
