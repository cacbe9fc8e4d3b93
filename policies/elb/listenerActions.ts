import type { Node } from "../shared/node";

/** The default actions; a listener without any is judged as one action that redirects nowhere. */
export function defaultActions(listener: Node): Node[] {
  const actions = listener.at("defaultActions").items();
  return actions.length > 0 ? actions : [listener.at("defaultActions")];
}

/** Whether the action sends callers to HTTPS. The protocol of a redirect defaults to the one of the request. */
export function leadsToHttps(action: Node): boolean {
  return action.at("type").string() === "redirect" && action.at("redirect", "protocol").string() === "HTTPS";
}

/** Whether the load balancer answers by itself, as to the challenge of a certificate authority. */
export function answersItself(action: Node): boolean {
  return action.at("type").string() === "fixed-response";
}
