/** The engine's placeholders for a value that is not known in preview, one per kind of value. */
const unknownSentinels = [
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
] as const;

/** True for a placeholder and for a text that contains one. */
export function containsUnknown(text: string): boolean {
  // What `pulumi policy analyze` hands over in place of a secret that it cannot decrypt.
  if (text === "[secret]") return true;
  // Most texts are shorter than a placeholder, and all placeholders have four dashes at fixed places.
  return text.length >= 36 && unknownSentinels.some((sentinel) => text.includes(sentinel));
}
