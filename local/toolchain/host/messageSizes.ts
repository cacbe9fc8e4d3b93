/** States and programs' configurations outgrow gRPC's default of 4 MB; the engine itself allows 400 MB. */
export const messageSizes = {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
  "grpc.max_send_message_length": 400 * 1024 * 1024,
} as const;
